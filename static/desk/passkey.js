// Passkeys: the browser makes one, or answers with one, and the form carries that as JSON.
// https://developer.mozilla.org/en-US/docs/Web/API/Web_Authentication_API
"use strict";

const credentialFor = {
  create: (options) =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey),
    }),
  get: (options) =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey),
    }),
};

const knowsPasskeys = () => typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";

const carry = async (form, failed) => {
  failed.hidden = true;
  try {
    const credential = await credentialFor[form.dataset.passkey](JSON.parse(form.dataset.options));
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    // The person said no, took too long, or has no key for this page: the browser does not tell which.
    failed.hidden = false;
  }
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const failed = document.querySelector(".passkey-failed");
  if (!knowsPasskeys()) {
    failed.hidden = false;
    continue;
  }
  form.querySelector("[type=submit]").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    carry(form, failed);
  });
}
