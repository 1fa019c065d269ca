package org.mentoringroadmap.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the audit trail.
 *
 * @param keep how long an act is kept; older ones are deleted every day
 */
@Validated
@ConfigurationProperties("mentoring.audit")
public record AuditProperties(@NotNull @DefaultValue("P3Y") Period keep) {}
