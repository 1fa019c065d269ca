package org.mentoringroadmap.platform;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the installation.
 *
 * @param home folder that holds all data
 * @param timeZone the one zone in which terms are read
 * @param administrator the first administrator
 * @param passwordIterations rounds of PBKDF2 for a stored password; few only in tests
 * @param deployment what the application ships to the engine
 */
@Validated
@ConfigurationProperties("mentoring")
public record MentoringProperties(
        @NotNull Path home,
        @NotNull ZoneId timeZone,
        @NotNull Administrator administrator,
        @Min(1000) int passwordIterations,
        @NotNull Deployment deployment) {
    /**
     * The account that is made when no administrator exists.
     *
     * @param login its login
     * @param password its password; empty for a random one that is printed once
     * @param reset whether the account gets a new password at this start, opens and asks for no codes: the way back in
     */
    public record Administrator(@NotBlank String login, String password, boolean reset) {}

    /**
     * Shipped models and forms.
     *
     * @param resources Spring resource patterns
     */
    public record Deployment(@NotEmpty List<String> resources) {}
}
