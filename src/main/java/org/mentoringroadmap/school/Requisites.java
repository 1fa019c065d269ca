package org.mentoringroadmap.school;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * What documents print about a school.
 *
 * @param fullName name by the charter
 * @param shortName short name by the charter
 * @param founder who founded it, for the head of an order; may be empty
 * @param city place of the orders
 * @param address postal address
 * @param phone telephone
 * @param email address for mail
 * @param site address of the school's site
 * @param directorPost post of the head as it is printed at the signature
 * @param basis ground of the orders of programmes with pupils («В соответствии с …»), in place of the roadmap's; a setting,
 *     since sources change
 * @param codes codes in the state registers
 * @param papers what the school decides about consents and agreements
 */
public record Requisites(
        @NotBlank @Size(max = 500) String fullName,
        @NotBlank @Size(max = 200) String shortName,
        @Size(max = 500) String founder,
        @Size(max = 200) String city,
        @Size(max = 500) String address,
        @Size(max = 100) String phone,
        @Email @Size(max = 200) String email,
        @Size(max = 200) String site,
        @NotBlank @Size(max = 200) String directorPost,
        @Size(max = 4000) String basis,
        @Valid RegistryCodes codes,
        @Valid PaperSettings papers) {
    public Requisites {
        codes = Objects.requireNonNullElse(codes, RegistryCodes.NONE);
        papers = Objects.requireNonNullElse(papers, PaperSettings.NONE);
    }
}
