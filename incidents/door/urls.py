"""The addresses of the door, below those of the desk. Nobody signs up, and no address is for that."""

from __future__ import annotations

from allauth.account import views as account
from django.urls import include, path, re_path

from incidents.door import views

PASSWORD = [
    path("change/", account.password_change, name="account_change_password"),
    path("set/", account.password_set, name="account_set_password"),
    path("reset/", account.password_reset, name="account_reset_password"),
    path("reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "reset/key/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    re_path(
        r"^reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
urlpatterns = [
    path("login/", views.Login.as_view(), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", include(PASSWORD)),
    path("second-factor/authenticate/", views.ShowSecondFactor.as_view(), name="mfa_authenticate"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", views.Sessions.as_view(), name="usersessions_list"),
    path("sign-ins/", views.sign_ins, name="door_sign_ins"),
    path("kept/", views.kept, name="door_kept"),
]
