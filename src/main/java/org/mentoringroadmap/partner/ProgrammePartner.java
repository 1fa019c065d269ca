package org.mentoringroadmap.partner;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That a programme works with an organisation, and whether it thanks it at its end. */
@Entity
@Table(name = "programme_partner")
class ProgrammePartner {
    /** Key of the row. */
    @Embeddable
    record Key(Long programmeId, Long partnerId) {}

    @EmbeddedId
    private Key id;

    private boolean thanked;

    protected ProgrammePartner() {}

    ProgrammePartner(Long programmeId, Long partnerId) {
        id = new Key(programmeId, partnerId);
    }

    void thank(boolean wanted) {
        thanked = wanted;
    }

    Long partnerId() {
        return id.partnerId();
    }

    boolean thanked() {
        return thanked;
    }
}
