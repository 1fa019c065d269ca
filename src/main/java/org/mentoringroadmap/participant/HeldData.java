package org.mentoringroadmap.participant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is done with data that a list has brought before the consent.
 *
 * @param keepDays days for which they are kept apart; then they are erased
 */
@Validated
@ConfigurationProperties("mentoring.held-data")
public record HeldData(@Min(1) @Max(30) @DefaultValue("30") int keepDays) {}
