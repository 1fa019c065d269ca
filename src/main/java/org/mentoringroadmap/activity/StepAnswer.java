package org.mentoringroadmap.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A figure or a text of a step under the name of its form field. */
@Embeddable
class StepAnswer {
    @Column(nullable = false)
    private String name;

    private Integer figure;
    private String text;

    protected StepAnswer() {}

    StepAnswer(String name, Integer figure, String text) {
        this.name = name;
        this.figure = figure;
        this.text = text;
    }

    String name() {
        return name;
    }

    Integer figure() {
        return figure;
    }

    String text() {
        return text;
    }
}
