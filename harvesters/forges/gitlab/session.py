"""The connection to one GitLab: it asks no other host, and waits where it is asked to."""

from typing import Any

import requests
from pydantic import SecretStr

from harvesters.forges.asking import Patience, asked_to_wait, in_words
from harvesters.forges.listing import Asked, RateLimitedError
from harvesters.forges.rest import OneHost, RefusalError, Token, origin

_FIRST_WAIT = 15.0  # seconds, where GitLab asks to wait and does not say how long


class WaitingSession(OneHost):
    """Obeys 429 within bounds; python-gitlab would wait for however long it is told.

    Nothing is sent to another scheme, host or port: pages of a list say where the next one is, and
    python-gitlab believes them.
    """

    def __init__(
        self, host: str, root: str, token: SecretStr | None, asked: Asked, patience: Patience
    ) -> None:
        """Take the one address that may be asked; Bearer takes tokens of all kinds."""
        super().__init__(host, Token(token, "Bearer"), asked)
        self._named = host
        self._home = origin(root)
        self._patience = patience

    def send(
        self,
        request: requests.PreparedRequest,
        **kwargs: Any,  # noqa: ANN401 -- as the library has it
    ) -> requests.Response:
        """Send a request, and again after each wait.

        Raises:
            RefusalError: it would go to another host.
            RateLimitedError: the wait is too long. python-gitlab never sees a 429.
        """
        if origin(request.url or "") != self._home:
            raise RefusalError(f"{self._named} sends us on to another host: refused", "failed")
        turn = 0
        while True:
            response = super().send(request, **kwargs)
            if response.status_code != requests.codes.too_many_requests:
                return response
            wait = asked_to_wait(response.headers, otherwise=_FIRST_WAIT * 2.0**turn)
            if not self._patience.wait(wait):
                said = f"{self._named} asks us to wait {in_words(wait)}, longer than we may"
                raise RateLimitedError(said)
            turn += 1
