package org.mentoringroadmap.platform.security;

import java.time.Duration;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records who has signed in, who was refused and who has signed out, before the answer leaves: who cannot be recorded does
 * not get in. A program signs in with every request, which is recorded once an hour for each of its addresses. A login that
 * is nobody's is not kept: people type their passwords there.
 */
@Component
class SignInRecords {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Who guesses without hope fills no table. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AuditTrail trail;
    private final Accounts accounts;

    SignInRecords(AuditTrail trail, Accounts accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        String login = event.getAuthentication().getName();
        if (isProgram()) {
            trail.recordSeldom(AuditEvent.of(AuditAct.PROGRAM_SIGNED_IN).by(login), HOUR);
        } else {
            trail.record(AuditEvent.of(AuditAct.SIGNED_IN).by(login));
        }
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        AuditEvent refusal = AuditEvent.of(AuditAct.SIGN_IN_REFUSED);
        String typed = event.getAuthentication().getName();
        if (!accounts.exists(typed)) {
            trail.recordSeldom(refusal.by(AuditEvent.NOBODY).fact("reason", "unknown"), MINUTE);
        } else if (event instanceof AuthenticationFailureLockedEvent) {
            trail.recordSeldom(refusal.by(typed).fact("reason", "locked"), MINUTE);
        } else {
            trail.record(refusal.by(typed).fact("reason", "wrong"));
        }
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        trail.record(
                AuditEvent.of(AuditAct.SIGNED_OUT).by(event.getAuthentication().getName()));
    }

    private static boolean isProgram() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getRequest().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
