package fledge.identity.web;

import fledge.access.Actor;
import fledge.identity.AccountService;
import fledge.identity.SignedInAccount;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The chain around every request: headers, token of the forms, sign-in and sign-out, who acts, and what a refusal becomes. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String BROWSER_FEATURES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AccountService accounts,
            SignInAnswers answers,
            RefusedRequests refused,
            SessionService sessions) {
        return http
                // Which address asks is not decided here: access.RouteGuard stands before every handler and denies what
                // no
                // annotation opens. What has no handler is a static file or a 404.
                .authorizeHttpRequests(every -> every.anyRequest().permitAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .authenticationDetailsSource(PasswordSignIn.Details::of)
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler(tell(sessions, accounts))
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .logoutSuccessUrl("/"))
                .exceptionHandling(
                        failing -> failing.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                // Where somebody wanted to go travels in the address; a session is opened for nobody who only passes
                // by.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(new SessionAgeFilter(), SecurityContextHolderFilter.class)
                .addFilterBefore(new CrossSiteFilter(), SecurityContextHolderFilter.class)
                .addFilterBefore(new ActorFilter(accounts), ExceptionTranslationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .httpStrictTransportSecurity(transport -> transport
                                .includeSubDomains(true)
                                .maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(BROWSER_FEATURES)))
                .build();
    }

    private static LogoutHandler tell(SessionService sessions, AccountService accounts) {
        return (request, response, authentication) -> {
            SignedInAccount account = SignedIn.here();
            if (account != null) {
                Actor.run(accounts.actorOf(account.accountId()), () -> sessions.signedOut(account));
            }
        };
    }
}
