package fledge.identity.web;

import org.jspecify.annotations.Nullable;

/** Never shown again: a refused form comes back empty. */
record PasswordForm(String presentPassword, String password, String passwordAgain) {

    PasswordForm(@Nullable String presentPassword, @Nullable String password, @Nullable String passwordAgain) {
        this.presentPassword = presentPassword == null ? "" : presentPassword;
        this.password = password == null ? "" : password;
        this.passwordAgain = passwordAgain == null ? "" : passwordAgain;
    }

    @Override
    public String toString() {
        return "PasswordForm";
    }
}
