package org.mentoringroadmap.school;

import jakarta.validation.constraints.Size;

/**
 * What a school decides about its consents and agreements. Texts may be empty.
 *
 * @param publicationPages addresses of the pages on which it publishes (site, social networks), one a line: a consent to
 *     publication names each (order of Roskomnadzor № 18 of 2021-02-24)
 * @param directorGround on what the head acts when signing an agreement, in the genitive: «Устава»
 * @param pupilMentorGround on what a teacher mentors pupils, since article 351.8 of the Labour Code is about mentoring of
 *     workers only; the school's lawyer decides
 * @param teachersBasis ground of the orders of programmes in which teachers alone take part («В соответствии с …»)
 * @param healthData whether limited health is asked for: a special category of data (152-ФЗ, article 10)
 * @param hardshipData whether a hard situation in life is asked for
 */
public record PaperSettings(
        @Size(max = 1000) String publicationPages,
        @Size(max = 200) String directorGround,
        @Size(max = 2000) String pupilMentorGround,
        @Size(max = 4000) String teachersBasis,
        Boolean healthData,
        Boolean hardshipData) {
    public PaperSettings {
        healthData = Boolean.TRUE.equals(healthData); // a box that is not ticked is not sent
        hardshipData = Boolean.TRUE.equals(hardshipData);
    }

    /** Nothing decided: nothing sensitive is asked for. */
    public static final PaperSettings NONE = new PaperSettings(null, null, null, null, false, false);
}
