package org.mentoringroadmap.questionnaire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Sha256;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The questionnaires by which people were asked, each as it was then. An edition never changes, so that an answer is always
 * read by the questions that it answers.
 */
@Unguarded
@Component
public class QuestionnaireEditions {
    private static final int REMEMBERED = 100;

    /**
     * An edition.
     *
     * @param number counts the editions of a questionnaire by which somebody was asked
     */
    public record Edition(Long id, int number, Questionnaire questionnaire) {}

    private final Cache<Long, Edition> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final QuestionnaireFiles files;
    private final JdbcClient jdbc;

    QuestionnaireEditions(QuestionnaireFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** The questionnaire as it is deployed now; empty where there is none, or the form is that of a task. */
    public Optional<Questionnaire> newest(String key) {
        return files.newest(key).flatMap(QuestionnaireReader::read);
    }

    /** An edition by its key. */
    public Edition get(Long id) {
        return known.get(id, this::read);
    }

    private Edition read(Long id) {
        return jdbc.sql("select edition, form from questionnaire_edition where id = ?")
                .param(id)
                .query((row, number) -> new Edition(id, row.getInt("edition"), questionnaire(row.getString("form"))))
                .single();
    }

    private static Questionnaire questionnaire(String form) {
        return QuestionnaireReader.read(form)
                .orElseThrow(() -> new IllegalStateException("What was kept as a questionnaire is none"));
    }

    /**
     * Keeps the questionnaire as it is deployed now; two who do so at once keep one edition.
     *
     * @throws NotFoundException {@code questionnaire.unknown}
     */
    Edition keep(String key, LocalDateTime now) {
        String form = files.newest(key)
                .filter(text -> QuestionnaireReader.read(text).isPresent())
                .orElseThrow(() -> new NotFoundException("questionnaire.unknown"));
        String digest = Sha256.of(form);
        // A row that another one has written meanwhile is found by the second look.
        return find(key, digest).map(this::get).orElseGet(() -> {
            jdbc.sql("insert into questionnaire_edition (questionnaire, edition, digest, form, kept_at)"
                            + " select cast(:key as varchar(60)), coalesce((select max(edition) from questionnaire_edition"
                            + " where questionnaire = :key), 0) + 1, cast(:digest as varchar(64)),"
                            + " cast(:form as varchar(600000)), cast(:now as timestamp)"
                            + " where not exists (select 1 from questionnaire_edition"
                            + " where questionnaire = :key and digest = :digest)")
                    .param("key", key)
                    .param("digest", digest)
                    .param("form", form)
                    .param("now", now)
                    .update();
            return get(find(key, digest).orElseThrow());
        });
    }

    /** Whether anybody was ever asked by a questionnaire. */
    boolean isKept(String key) {
        return jdbc.sql("select count(*) from questionnaire_edition where questionnaire = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Optional<Long> find(String key, String digest) {
        return jdbc.sql("select id from questionnaire_edition where questionnaire = ? and digest = ?")
                .params(key, digest)
                .query(Long.class)
                .optional();
    }
}
