package org.mentoringroadmap.shared;

import java.util.List;

/**
 * Says which of a feature's columns hold what people have typed, so that anybody may be named in them. Where a person has to
 * be forgotten, the name is looked for there. Every feature that keeps such texts has a component of this kind.
 */
public interface FreeTexts {
    /** Rows of a programme's table of one school, {@code :school}. */
    String OF_PROGRAMME = "programme_id in (select id from programme where school_id = :school)";

    /** Rows of a school's table. */
    String OF_SCHOOL = "school_id = :school";

    /**
     * A column.
     *
     * @param scope condition of SQL that keeps to the rows of the school {@code :school}
     */
    record Column(String table, String name, String scope) {}

    /**
     * Key of the words that say what these texts are about, where a person who is named in one is handed it out on request;
     * empty where it is told in another way, or said about others in confidence.
     */
    default String toldAs() {
        return "";
    }

    /** The columns; names are those of the database. */
    List<Column> columns();
}
