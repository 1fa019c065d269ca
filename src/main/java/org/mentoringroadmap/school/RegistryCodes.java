package org.mentoringroadmap.school;

import org.mentoringroadmap.school.RegistryCode.Kind;

/**
 * Codes of a school in the state registers. A consent to publication names the operator with INN and OGRN (requirements of
 * Roskomnadzor to its content, order № 18 of 2021-02-24), letterheads and agreements print all of them. Any may be empty.
 *
 * @param inn number of the taxpayer, 10 digits
 * @param kpp reason of the registration with the tax office, 9 characters
 * @param ogrn number in the register of organisations, 13 digits
 * @param okpo code of the classifier of organisations, 8 digits
 */
public record RegistryCodes(
        @RegistryCode(Kind.INN) String inn,
        @RegistryCode(Kind.KPP) String kpp,
        @RegistryCode(Kind.OGRN) String ogrn,
        @RegistryCode(Kind.OKPO) String okpo) {
    /** No code at all. */
    public static final RegistryCodes NONE = new RegistryCodes(null, null, null, null);
}
