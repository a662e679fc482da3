/* The ids of the projects in a file of columns: a long list writes "~" for what a name tells. */

const told = (name) => name.toLowerCase().replace(/å|ä/g, "a").replace(/ö/g, "o").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

export const ids = (data) => data.id ?? data.ids.map((id, i) => id.replace("~", told(data.name[i])));
