package org.mentoringroadmap.withdrawal;

import java.util.List;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.shared.FreeTexts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the name of a person who is to be forgotten out of whatever people of the school have typed. */
@Component
class NamesInTexts {
    private final List<FreeTexts> texts;
    private final JdbcClient jdbc;

    NamesInTexts(List<FreeTexts> texts, JdbcClient jdbc) {
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @EventListener
    void anonymised(PersonAnonymised person) {
        texts.stream().flatMap(each -> each.columns().stream()).forEach(column -> clean(column, person));
    }

    private void clean(FreeTexts.Column column, PersonAnonymised person) {
        String rows = " where " + column.name() + " is not null and " + column.scope();
        jdbc
                .sql("select distinct " + column.name() + " from " + column.table() + rows)
                .param("school", person.schoolId())
                .query(String.class)
                .list()
                .stream()
                .filter(person.names()::in)
                .forEach(text -> jdbc.sql("update " + column.table() + " set " + column.name() + " = :clean" + rows
                                + " and " + column.name() + " = :text")
                        .param("clean", person.names().without(text))
                        .param("text", text)
                        .param("school", person.schoolId())
                        .update());
    }
}
