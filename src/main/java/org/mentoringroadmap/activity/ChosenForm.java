package org.mentoringroadmap.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.mentoringroadmap.programme.MentoringForm;

/** A form of mentoring that a programme works with. */
@Entity
@Table(name = "chosen_form")
class ChosenForm {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long programmeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MentoringForm form;

    protected ChosenForm() {}

    ChosenForm(Long programmeId, MentoringForm form) {
        this.programmeId = programmeId;
        this.form = form;
    }

    MentoringForm form() {
        return form;
    }
}
