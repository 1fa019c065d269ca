package org.mentoringroadmap.questionnaire;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of questionnaires.
 *
 * @param externalAddress under which people reach the application from home, such as {@code https://mentoring.school.example};
 *     empty where they do not, and links and squares for telephones are not offered then
 * @param linkDays how many days a personal link lives where the campaign has no term
 * @param mailFrom from whom letters with links come; empty where the login at the mail server is an address
 */
@Validated
@ConfigurationProperties("mentoring.questionnaires")
public record QuestionnaireProperties(
        @NotNull @Pattern(regexp = "|https?://[^\\s/?#]+(/[^\\s?#]*)?")
        String externalAddress,

        @Min(1) @Max(365) int linkDays,
        @NotNull @Email String mailFrom) {
    /** The address without a slash behind it. */
    public String address() {
        return externalAddress.replaceFirst("/+$", "");
    }

    /** Whether people can be sent to the application from outside. */
    public boolean isReachable() {
        return !externalAddress.isEmpty();
    }
}
