package org.mentoringroadmap.participant;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.SensitiveDataDropped;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a school keeps about participants: all fields but those that it has decided not to ask for. */
@Service
@Transactional
public class OfferedData {
    private final Schools schools;
    private final JdbcClient jdbc;

    OfferedData(Schools schools, JdbcClient jdbc) {
        this.schools = schools;
        this.jdbc = jdbc;
    }

    /** The fields that the school keeps. */
    @Transactional(readOnly = true)
    public Set<DataField> of(String schoolId) {
        PaperSettings papers = schools.get(schoolId).requisites().papers();
        Set<DataField> offered = EnumSet.allOf(DataField.class);
        if (!papers.healthData()) {
            offered.remove(DataField.HEALTH);
        }
        if (!papers.hardshipData()) {
            offered.remove(DataField.HARDSHIP);
        }
        return offered;
    }

    /** Special categories of mentees that the school keeps, in their order. */
    @Transactional(readOnly = true)
    public Set<Need> needs(String schoolId) {
        Set<DataField> offered = of(schoolId);
        return Arrays.stream(Need.values())
                .filter(need -> offered.contains(need.field()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }

    @EventListener
    void dropped(SensitiveDataDropped event) {
        if (event.health()) {
            erase(event.schoolId(), DataField.HEALTH);
        }
        if (event.hardship()) {
            erase(event.schoolId(), DataField.HARDSHIP);
        }
    }

    private void erase(String schoolId, DataField field) {
        jdbc.sql("delete from participant_need where need in (:needs) and participant_id in (select p.id"
                        + " from participant p join person n on n.id = p.person_id where n.school_id = :school)")
                .param(
                        "needs",
                        Arrays.stream(Need.values())
                                .filter(need -> need.field() == field)
                                .map(Enum::name)
                                .toList())
                .param("school", schoolId)
                .update();
    }
}
