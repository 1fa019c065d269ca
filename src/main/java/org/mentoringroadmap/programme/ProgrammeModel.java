package org.mentoringroadmap.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which definition of a model a programme goes by. */
@Entity
@Table(name = "programme_model")
class ProgrammeModel {
    /** What a model is to the engine. */
    enum Kind {
        PROCESS,
        DECISION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long programmeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    @Column(nullable = false)
    private String model;

    @Column(nullable = false)
    private String definitionId;

    protected ProgrammeModel() {}

    ProgrammeModel(Long programmeId, Kind kind, String model, String definitionId) {
        this.programmeId = programmeId;
        this.kind = kind;
        this.model = model;
        this.definitionId = definitionId;
    }

    Kind kind() {
        return kind;
    }

    /** The id that the file gives the model. */
    String model() {
        return model;
    }

    String definitionId() {
        return definitionId;
    }
}
