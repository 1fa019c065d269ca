package org.mentoringroadmap.partner.web;

import java.util.Arrays;
import org.mentoringroadmap.partner.Partner;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;

/**
 * The fields of an organisation exactly as they were typed, so that a refused page shows them again.
 *
 * @param version version that the editor saw; null for a new one
 * @param joins whether the programme works with it; null for no
 * @param thanked whether the programme thanks it; null for no
 */
record PartnerForm(
        Integer version,
        String name,
        String kind,
        String contactName,
        String contactPost,
        String phone,
        String email,
        String address,
        String contribution,
        Boolean joins,
        Boolean thanked) {
    static PartnerForm empty() {
        return new PartnerForm(null, null, null, null, null, null, null, null, null, true, true);
    }

    static PartnerForm of(Partner partner, Boolean thanked) {
        PartnerDetails details = partner.details();
        return new PartnerForm(
                partner.version(),
                details.name(),
                details.kind().name(),
                details.contactName(),
                details.contactPost(),
                details.phone(),
                details.email(),
                details.address(),
                details.contribution(),
                thanked != null,
                Boolean.TRUE.equals(thanked));
    }

    PartnerDetails details() {
        return new PartnerDetails(
                name,
                Arrays.stream(PartnerKind.values())
                        .filter(known -> known.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                contactName,
                contactPost,
                phone,
                email,
                address,
                contribution);
    }
}
