"""How far the desk has come with an incident. Pure: the rules of review and the rows both use these words."""

from archive.vocabulary import Term


class State(Term):
    """`published`: the current edition says all that the desk has; nothing waits."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    APPROVED = "approved", "approved"
    PUBLISHED = "published", "published"


class Step(Term):
    """What somebody can do to an incident on its way to the public, and on its way back."""

    SEND_TO_REVIEW = "send_to_review", "send to review"
    APPROVE = "approve", "approve"
    SEND_BACK = "send_back", "send back to draft"
    PUBLISH = "publish", "publish"
    RETRACT = "retract", "retract"
    REDACT = "redact", "redact"
