package fledge.identity;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account through which a person acts in one city. */
@Entity
class Account extends CityOwned {

    @Column
    private String login;

    @Column
    private UUID personId;

    @Column
    private String passwordHash;

    @Column
    private boolean mustChangePassword;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    @Column
    private Instant openedAt;

    @Column
    private boolean listed;

    @Column
    private @Nullable String whatZh;

    @Column
    private @Nullable String whatEn;

    /** With {@link #subject}, who this is at an identity provider: the seam for single sign-on. */
    @Column
    private @Nullable String issuer;

    @Column
    private @Nullable String subject;

    protected Account() {}

    Account(NewAccount account, String login, UUID personId, String passwordHash, Instant openedAt) {
        this.login = login;
        this.personId = personId;
        this.passwordHash = passwordHash;
        this.mustChangePassword = account.mustChangePassword();
        this.state = AccountState.OPEN;
        this.openedAt = openedAt;
        this.listed = account.listed();
        this.whatZh = account.whatZh();
        this.whatEn = account.whatEn();
    }

    void setPassword(String hash, boolean mustChange) {
        this.passwordHash = hash;
        this.mustChangePassword = mustChange;
    }

    void setState(AccountState state) {
        this.state = state;
    }

    String login() {
        return login;
    }

    UUID personId() {
        return personId;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    AccountState state() {
        return state;
    }

    AccountView view(String personName) {
        return new AccountView(id(), personId, login, personName, state, mustChangePassword, openedAt);
    }

    ListedAccount listing(String personName, List<ListedAccount.Post> posts) {
        return new ListedAccount(login, personName, whatZh == null ? "" : whatZh, whatEn == null ? "" : whatEn, posts);
    }
}
