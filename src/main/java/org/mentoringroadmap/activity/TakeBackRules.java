package org.mentoringroadmap.activity;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long somebody may take back, without saying why, what he or she has just closed or approved.
 *
 * @param within from the moment of the act
 */
@Validated
@ConfigurationProperties("mentoring.take-back")
public record TakeBackRules(@NotNull @DefaultValue("PT10M") Duration within) {
    /** The moment until which an act of that moment may be taken back. */
    public LocalDateTime until(LocalDateTime act) {
        return act.plus(within);
    }

    /** The moment until which an act of that moment may still be taken back now; empty where it is too late. */
    public Optional<LocalDateTime> stillUntil(LocalDateTime act, LocalDateTime now) {
        return Optional.of(until(act)).filter(until -> !now.isAfter(until));
    }

    /** The earliest moment of an act that may still be taken back now. */
    public LocalDateTime since(LocalDateTime now) {
        return now.minus(within);
    }
}
