package fledge.identity;

/** An account that somebody opens for themselves. */
public record SignUp(String login, String personName, String password, String passwordAgain) {

    @Override
    public String toString() {
        return "SignUp[" + login + "]";
    }
}
