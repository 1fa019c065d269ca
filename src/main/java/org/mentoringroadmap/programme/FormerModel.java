package org.mentoringroadmap.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which definition of a process a programme went by before an update of its models. */
@Entity
@Table(name = "programme_former_model")
class FormerModel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long programmeId;

    /** Which of the programme's editions it was, the first one being 1. */
    @Column(nullable = false)
    private int edition;

    @Column(nullable = false)
    private String model;

    @Column(nullable = false)
    private String definitionId;

    protected FormerModel() {}

    FormerModel(Long programmeId, int edition, String model, String definitionId) {
        this.programmeId = programmeId;
        this.edition = edition;
        this.model = model;
        this.definitionId = definitionId;
    }

    int edition() {
        return edition;
    }

    /** The id that the file gives the process. */
    String model() {
        return model;
    }

    String definitionId() {
        return definitionId;
    }
}
