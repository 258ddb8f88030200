package fledge.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fledge.access.Actor;
import fledge.identity.AccountService;
import fledge.identity.SignedInAccount;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes a request come from an account, with the same principal that its sign-in would have put into the session. */
@TestComponent
public class SignedInAs {

    private final AccountService accounts;

    SignedInAs(AccountService accounts) {
        this.accounts = accounts;
    }

    /** The account of that login in that city. */
    public RequestPostProcessor account(City city, String login) {
        Actor actor = CurrentCity.supply(city, () -> accounts.actorOf(login));
        return account(city, Objects.requireNonNull(actor.accountId()), login);
    }

    /** An account that is known by its id, open or not. */
    public RequestPostProcessor account(City city, UUID accountId, String login) {
        var principal = new SignedInAccount(accountId, city.id(), city.code(), login);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    }
}
