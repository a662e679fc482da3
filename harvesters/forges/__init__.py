"""One module a forge: each lists a body's repositories, with what the forge's API alone knows."""
