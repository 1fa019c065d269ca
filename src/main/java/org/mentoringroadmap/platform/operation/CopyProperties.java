package org.mentoringroadmap.platform.operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the copies that are made each night.
 *
 * @param folder where they lie; empty for {@code copies} in the installation's home
 * @param keepDays how many days one is kept; 0 for none at all
 * @param fromHour hour of the day from which the day's copy is made
 */
@Validated
@ConfigurationProperties("mentoring.copies")
public record CopyProperties(
        String folder,
        @Min(0) @Max(3650) int keepDays,
        @Min(0) @Max(23) int fromHour) {}
