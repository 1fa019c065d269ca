package org.mentoringroadmap.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Consents for other programs. */
@RestController
@Tag(name = "consents")
class ConsentApi {
    /** A signed paper. */
    record SignedJson(ConsentKind kind, LocalDate signedOn, Set<Signer> signers) {}

    /** The day of a withdrawal. */
    record WithdrawalJson(LocalDate on) {}

    /** A consent and what it is worth today. */
    record ConsentJson(Long id, ConsentKind kind, Consent.State state) {}

    private final Consents consents;
    private final Clock clock;

    ConsentApi(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    @PostMapping("/api/participants/{id}/consents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers a signed consent of a participant")
    ConsentJson register(@PathVariable Long id, @RequestBody SignedJson signed) {
        return json(consents.register(
                id, signed.kind(), signed.signedOn(), signed.signers() == null ? Set.of() : signed.signers()));
    }

    @PostMapping("/api/consents/{id}/withdraw")
    @Operation(summary = "A consent is withdrawn and allows nothing from now on; without a day it is today")
    ConsentJson withdraw(@PathVariable Long id, @RequestBody WithdrawalJson withdrawal) {
        return json(consents.withdraw(id, withdrawal.on()));
    }

    private ConsentJson json(Consent consent) {
        return new ConsentJson(consent.id(), consent.kind(), consent.state(LocalDate.now(clock)));
    }
}
