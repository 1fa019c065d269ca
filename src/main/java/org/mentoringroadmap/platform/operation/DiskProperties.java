package org.mentoringroadmap.platform.operation;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the disk under the installation's home.
 *
 * @param warnBelow administrators are warned while less than this is free
 */
@Validated
@ConfigurationProperties("mentoring.disk")
public record DiskProperties(@NotNull DataSize warnBelow) {}
