package org.mentoringroadmap.document.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.document.DocumentTexts;
import org.springframework.stereotype.Component;

/**
 * Shares of answers, and what an honest report says about them: where few answered, their answers are not broken out,
 * and the figures of one school do not prove an effect.
 */
@Component
class ResponseShares {
    /** In a smaller group its members could recognise each other's answers. */
    private static final int FEW = 5;

    /** From here on one answer moves a share by no more than 2 per cent. */
    private static final int MANY = 50;

    /** Pairs that show the usual effect of youth mentoring (g = 0.21) with a power of 80 per cent. */
    private static final int PAIRS_FOR_AN_EFFECT = 180;

    private static final int HUNDRED = 100;

    private final DocumentTexts texts;

    ResponseShares(DocumentTexts texts) {
        this.texts = texts;
    }

    /** «64 %»; null where a figure is missing or nobody was asked. */
    String percent(Integer part, Integer whole) {
        return part == null || whole == null || whole == 0
                ? null
                : texts.text("document.report.percent", String.valueOf(Math.round((double) HUNDRED * part / whole)));
    }

    /** A part of a group; words instead where the group is too small to be broken out. */
    Object unlessFew(Integer part, Integer whole) {
        return isFew(whole) ? texts.text("document.report.few") : part;
    }

    /** Its share; words instead where the group is too small to be broken out. */
    String share(Integer part, Integer whole) {
        return isFew(whole) ? texts.text("document.report.few") : percent(part, whole);
    }

    /** That those who did not answer may think otherwise. */
    Optional<String> noteOnSilence(Integer answered, Integer invited) {
        return answered == null || invited == null || answered >= invited
                ? Optional.empty()
                : Optional.of(texts.text("document.report.note.silence", answered.toString(), invited.toString()));
    }

    /** How much a single answer weighs. */
    Optional<String> noteOnAnswers(Integer respondents) {
        if (respondents == null || respondents >= MANY) {
            return Optional.empty();
        }
        return Optional.of(
                isFew(respondents)
                        ? texts.text("document.report.note.few", String.valueOf(FEW))
                        : texts.text(
                                "document.report.note.weight",
                                String.valueOf(Math.round((double) HUNDRED / respondents))));
    }

    /** What a comparison of entry and exit can show, and what it cannot. */
    List<String> notesOnImpact(Integer twice) {
        if (twice == null) {
            return List.of();
        }
        String proof = twice < PAIRS_FOR_AN_EFFECT
                ? texts.text("document.report.note.proof", String.valueOf(PAIRS_FOR_AN_EFFECT), twice.toString())
                : texts.text("document.report.note.cause");
        Stream<String> few = isFew(twice)
                ? Stream.of(texts.text("document.report.note.few-measured", String.valueOf(FEW)))
                : Stream.empty();
        return Stream.concat(few, Stream.of(texts.text("document.report.note.twice"), proof))
                .toList();
    }

    private static boolean isFew(Integer group) {
        return group != null && group < FEW;
    }
}
