package org.mentoringroadmap.document.pdf;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How documents become PDF.
 *
 * @param command what starts LibreOffice; empty to look for {@code soffice} and {@code libreoffice} among the commands of the
 *     machine, {@code none} for no PDF at all
 * @param patience how long one file may take
 */
@Validated
@ConfigurationProperties("mentoring.office")
record OfficeProperties(
        @NotNull @DefaultValue("") String command,
        @NotNull @DefaultValue("PT60S") Duration patience) {}
