"""The door of the desk: logging in, the second factor, sessions, and the log of all that.

The pages themselves are django-allauth's (https://docs.allauth.org/en/latest/), in the desk's look.
"""
