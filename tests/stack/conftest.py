"""What tests of whole processes need."""

import pytest

from tests.archive.published import publish
from tests.sheets import second_record, seed_record


@pytest.fixture
def committed(transactional_db: None) -> None:
    """Both demonstration events, published where other processes see them."""
    publish(seed_record(), second_record())
