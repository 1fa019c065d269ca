package org.mentoringroadmap.document.content;

import java.util.Optional;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Schools;
import org.springframework.stereotype.Component;

/**
 * The words with which orders and regulation begin, so that none of them prints a line there: what the school has entered
 * for programmes of this kind, else the order on the introduction as soon as its number is known, be it made here or earlier,
 * else what the roadmap names itself. One that names nothing stands on the methodology where it introduces the target model,
 * which it does by an order of its own, and on itself where it does not.
 */
@Component
class OrderBasis {
    private final Schools schools;
    private final ProgrammeRoadmap roadmap;
    private final ActivityOutcomes outcomes;
    private final DocumentTexts texts;

    OrderBasis(Schools schools, ProgrammeRoadmap roadmap, ActivityOutcomes outcomes, DocumentTexts texts) {
        this.schools = schools;
        this.roadmap = roadmap;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    /** The words without a mark at their end; never empty. */
    String of(Programme programme) {
        String words = Optional.ofNullable(entered(programme))
                .filter(entered -> !entered.isBlank())
                .or(() -> introduced(programme))
                .or(() -> Optional.of(roadmap.ground(programme)).filter(ground -> !ground.isEmpty()))
                .orElseGet(() -> texts.text(
                        roadmap.itemOf(programme, DocumentType.ORDER_IMPLEMENTATION)
                                        .isPresent()
                                ? "document.basis.model"
                                : "document.basis.roadmap",
                        roadmap.title(programme)));
        return words.strip().replaceFirst("[.,;]+$", "");
    }

    /** Pupils' and teachers' mentoring stand on different acts, so a school that has both enters two. */
    private String entered(Programme programme) {
        Requisites requisites = schools.get(programme.schoolId()).requisites();
        return roadmap.isOfTeachers(programme) ? requisites.papers().teachersBasis() : requisites.basis();
    }

    private Optional<String> introduced(Programme programme) {
        return introduction(programme)
                .map(record -> texts.text(
                        "document.basis.order",
                        record.number().orElseThrow(),
                        texts.date(record.date().orElseThrow())));
    }

    private Optional<ActivityRecord> introduction(Programme programme) {
        return roadmap.itemOf(programme, DocumentType.ORDER_IMPLEMENTATION)
                .flatMap(item -> outcomes.find(programme.id(), item))
                .filter(record -> record.number().isPresent() && record.date().isPresent());
    }
}
