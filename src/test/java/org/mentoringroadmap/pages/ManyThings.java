package org.mentoringroadmap.pages;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a programme of a school with as many things of each kind as wanted, by SQL of H2 and within seconds. Of people there
 * are twice as many: half of the mentees and mentors stand in pairs, the others wait.
 */
final class ManyThings {
    /** Ids far from those that others in the database get. */
    private static final long BASE = 700_000_000;

    /** Earlier years than these there were none. */
    private static final int YEARS = 25;

    /** No school has more classes, and few have more staff. */
    private static final int STAFF = 100;

    /** Every second mentor works here and owes a consent to the duties. */
    private static final String ODD_TEACHER = "case when mod(x, 2) = 1 then 'TEACHER' else 'PUPIL' end";

    /** Item of the roadmap that events, evidence and steps belong to. */
    static final String ITEM = "000-1.1.1";

    private static final String KEY = "target-model-1-conditions/Activity_StudyTemplates";

    /** Not everything belongs to one item. */
    private static final String ONE_OF_TEN = "case when mod(x, 10) = 0 then :item else '000-1.2.1' end";

    /** The newest run of the matching, with a proposal for each waiting mentee. */
    static final long RUN = BASE;

    private static final List<String> ENGINE_TABLES = List.of(
            "ACT_RU_INCIDENT",
            "ACT_RU_AUTHORIZATION",
            "ACT_RU_IDENTITYLINK",
            "ACT_RU_TASK",
            "ACT_RU_VARIABLE",
            "ACT_RU_EXECUTION");

    private final JdbcClient jdbc;
    private final TestSchool school;
    private final Long programme;
    private final String taskId;
    private int present;

    /** @param taskId an open task of the programme, in a block of its own; its copies wait beside it */
    ManyThings(JdbcClient jdbc, TestSchool school, Long programme, String taskId) {
        this.jdbc = jdbc;
        this.school = school;
        this.programme = programme;
        this.taskId = taskId;
        once();
    }

    /** Key of the first, second … thing of a kind. */
    static String id(int number) {
        return String.valueOf(BASE + number);
    }

    /** Key of somebody who takes part and of the person, who waits for a mentor. */
    static String waitingMentee() {
        return String.valueOf(BASE + 4 + 2);
    }

    private void once() {
        run("insert into stored_file (id, school_id, name, content_type, sha256, size_bytes, content) values"
                + " ('00000000-0000-0000-0000-0000000000ff', :school, 'приказ.docx', 'application/octet-stream',"
                + " repeat('0', 64), 1, X'00')");
        run("insert into matching_run (id, version, programme_id, number, state, preferences, salt, matched,"
                + " unmatched, total, optimal, blocking_pairs, policy_version, started_at, started_by) values"
                + " (:base, 0, :programme, 999999, 'PROPOSED', true, 1, 1, 1, 1, true, 0, 'v1', cast(:now as"
                + " timestamp), :curator)");
    }

    /** Adds what is missing to this number. */
    void to(int number) {
        fill(
                "school (id, version, full_name, short_name, director_post) select 'many-' || x, 0, 'Школа ' || x,"
                        + " 'Школа ' || x, 'Директор'",
                number);
        fill(
                "programme (id, school_id, school_year, roadmap, state, started_on) select :base + x, 'many-' || x,"
                        + " '2026-2027', 'target-model', 'RUNNING', cast(:today as date)",
                number);
        upTo(
                YEARS,
                "programme (id, school_id, school_year, roadmap, state, started_on) select 2 * :base + x, :school,"
                        + " (2026 - x) || '-' || (2027 - x), 'target-model', 'RUNNING', cast(:today as date)",
                number);
        List.of(
                        "staff_member (id, version, school_id, full_name, post) select :base + x, 0, :school,"
                                + " 'Сотрудников Номер ' || x, 'учитель'",
                        "staff_role (staff_member_id, role) select :base + x, 'TEACHER'",
                        "school_class (id, school_id, name, name_key, teacher_id) select :base + x, :school, x || 'Ц',"
                                + " x || 'Ц', :base + x")
                .forEach(rows -> upTo(STAFF, rows, number));
        people(number);
        pairs(number);
        papers(number);
        matching(number);
        tasks(number);
        fill(
                "audit_record (recorded_at, account, school_id, act, concerns, concerns_id, amount) select cast(:now as"
                        + " timestamp), 'curator', :school, 'REGISTER_LISTED', 'PROGRAMME', cast(:base + x as varchar), 25",
                number);
        present = number;
    }

    /**
     * Gives the first mentees and mentors who wait a second entry each that was made one with the first: in every state in
     * which somebody can stand, with topics and without a consent of its own.
     */
    void enterTwice() {
        String person = "insert into person (id, version, school_id, last_name, first_name, name_key, birth_date,"
                + " compared, merged_into, changed_by, changed_at) select id + :twice, 0, school_id, 'Двойников',"
                + " first_name, '', birth_date, true, id, changed_by, changed_at from person where id in (:first)";
        String participant = "insert into participant (id, version, programme_id, person_id, role, category, class_id,"
                + " status, status_on, capacity, changed_by, changed_at) select p.id + :twice, 0, p.programme_id,"
                + " p.person_id + :twice, p.role, p.category, p.class_id, case mod(p.id, 3) when 0 then 'LEFT' when 1"
                + " then 'REGISTERED' else 'FINISHED' end, p.status_on, p.capacity, p.changed_by, p.changed_at"
                + " from participant p where p.id in (:first)";
        String topic = "insert into participant_topic (participant_id, kind, topic_key, wording) select id,"
                + " 'INTEREST', 'двойники', 'двойники' from participant where id - :twice in (:first)";
        List.of(person, participant, topic).forEach(this::ofTheFirst);
    }

    /** Takes back what {@link #enterTwice} has done. */
    void forgetWhoWasEnteredTwice() {
        List.of(
                        "delete from participant_topic where participant_id - :twice in (:first)",
                        "delete from participant where id - :twice in (:first)",
                        "delete from person where id - :twice in (:first)")
                .forEach(this::ofTheFirst);
    }

    private void ofTheFirst(String statement) {
        jdbc.sql(statement)
                .param("twice", BASE)
                .param(
                        "first",
                        IntStream.rangeClosed(1, 6)
                                .boxed()
                                .flatMap(x -> Stream.of(BASE + 4L * x + 2, BASE + 4L * x + 3))
                                .toList())
                .update();
    }

    private void people(int number) {
        List.of("MENTEE", "MENTOR").forEach(role -> {
            String id = "(:base + 4 * x + " + (role.equals("MENTEE") ? 0 : 1) + ")";
            for (int free = 0; free <= 1; free++) {
                String person = "(" + id + " + " + 2 * free + ")";
                String name = "lower(rawtohex(hash('MD5', cast(" + person + " as varchar))))";
                fill(
                        "person (id, version, school_id, last_name, first_name, name_key, birth_date, changed_by,"
                                + " changed_at) select " + person + ", 0, :school, left(" + name + ", 10), right("
                                + name
                                + ", 10), left(" + name + ", 10) || ' ' || right(" + name + ", 10), dateadd('DAY',"
                                + " mod(x, 700), date '2009-01-01'), :curator, cast(:now as timestamp)",
                        number);
                fill(
                        "participant (id, version, programme_id, person_id, role, category, class_id, status,"
                                + " status_on, capacity, changed_by, changed_at)"
                                + " select"
                                + " " + person + ", 0, :programme, " + person
                                + ", '" + role + "', " + (role.equals("MENTOR") ? ODD_TEACHER : "'PUPIL'")
                                + ", :base + mod(x, 5) + 1, '"
                                + (free == 0 ? "MATCHED" : "REGISTERED") + "', cast(:today as date), "
                                + (role.equals("MENTOR") ? 3 : 0) + ", :curator, cast(:now as timestamp)",
                        number);
                fill(
                        "participant_topic (participant_id, kind, topic_key, wording) select " + person
                                + ", 'INTEREST', 'шахматы', 'шахматы'",
                        number);
                fill(
                        "consent (id, version, person_id, kind, signed_on, self_signed, representative_signed,"
                                + " valid_until, as_mentee, as_mentor, registered_by, registered_at) select " + person
                                + ", 0, " + person
                                + ", 'PROCESSING', cast(:today as date) - 1, true, true, case when mod(x, 3) = 0 then"
                                + " cast(:today as date) - 1 else cast(:today as date) + 300 end, true, true,"
                                + " :curator, cast(:now as timestamp)",
                        number);
                fill(
                        "admission (id, participant_id, purpose, consent_id, kind, admitted_on, admitted_by) select "
                                + person + ", " + person + ", 'MATCHING', " + person
                                + ", 'PROCESSING', cast(:today as date), :curator",
                        number);
                fill(
                        "psychologist_note (id, version, participant_id, held_on, topic, written_by, written_at)"
                                + " select "
                                + person + ", 0, " + person
                                + ", cast(:today as date), 'Беседа', :curator, cast(:now as timestamp)",
                        number);
            }
        });
        fill(
                "consent_renewal (programme_id, person_id, birthday, noticed_on) select :programme, :base + 4 * x,"
                        + " cast(:today as date), cast(:today as date)",
                number);
        fill(
                "person_distinct (lower_id, higher_id, decided_by, decided_at) select :base + 4 * x, :base + 4 * x + 1,"
                        + " :curator, cast(:now as timestamp)",
                number);
    }

    private void pairs(int number) {
        List.of(
                        "mentorship (id, version, programme_id, kind, number, code, mentees, mentor_id, form, state,"
                                + " formed_on, started_on, changed_by, changed_at) select :base + x, 0, :programme,"
                                + " 'PAIR', x, 'Н-' || x, 1, case when mod(x, 100) = 1 then :mentor else :base + mod(x,"
                                + " 10) + 1 end, case when mod(x, 2) = 1 then 'TEACHER_TEACHER' else 'PUPIL_PUPIL' end,"
                                + " case when mod(x, 4) = 0 then 'FORMED' else 'RUNNING' end, cast(:today as date), case"
                                + " when mod(x, 4) = 0 then null else cast(:today as date) end, :curator, cast(:now as"
                                + " timestamp)",
                        member("MENTEE", 0),
                        member("MENTOR", 1),
                        "mentorship_meeting (id, mentorship_id, kind, held, meeting_date, recorded_by, recorded_at)"
                                + " select :base + x, :base + x, 'TRIAL', true, cast(:today as date), :curator, cast(:now"
                                + " as timestamp)",
                        "mentorship_search (id, version, programme_id, number, code, support_needed, launched, state,"
                                + " opened_on, participant_id, changed_by, changed_at) select :base + x, 0, :programme, x,"
                                + " 'Н-' || x, true, true, 'SEARCHING', cast(:today as date), :base + 4 * x + 2, :curator,"
                                + " cast(:now as timestamp)",
                        "mentorship_proposal (id, version, search_id, mentee_id, mentor_id, score, policy_version,"
                                + " state, waiting, proposed_on, changed_by, changed_at) select :base + x, 0, :base + x,"
                                + " :base + 4 * x + 2, :base + 4 * x + 3, 1, 'v1', 'WAITING', true, cast(:today as date),"
                                + " :curator, cast(:now as timestamp)")
                .forEach(rows -> fill(rows, number));
    }

    private static String member(String role, int offset) {
        return "mentorship_member (id, mentorship_id, participant_id, role, admission_id, purpose, joined_on,"
                + " changed_at) select :base + 2 * x + " + offset + ", :base + x, :base + 4 * x + " + offset + ", '"
                + role
                + "', :base + 4 * x + " + offset + ", 'MATCHING', cast(:today as date), cast(:now as timestamp)";
    }

    private void papers(int number) {
        List.of(
                        "document_registration (id, school_id, register, register_year, number_text, number_key,"
                                + " number_value, signed_on, on_paper, sha256, registered_by, registered_at) select :base"
                                + " + x, :school, 'ORDERS', year(cast(:today as date)), x || '-ОД', x || '-од', x,"
                                + " cast(:today as date), true, repeat('0', 64), :curator, cast(:now as timestamp)",
                        "document (id, version, programme_id, school_id, type, data_class, way, register, title, activity_key, origin, status,"
                                + " last_version, created_at, made_known, registration_id) select :base + x, 0, :programme, :school,"
                                + " 'order-curator', 'STAFF', 'APPROVED', 'ORDERS', 'Приказ ' || x, " + ONE_OF_TEN
                                + ", 'many-' || x, case mod(x, 3) when 0 then"
                                + " 'REVIEW' when 1 then 'DRAFT' else 'APPROVED' end, 1, cast(:now as timestamp),"
                                + " true, case when mod(x, 3) = 2 then :base + x end",
                        "document_version (id, document_id, no, kind, file_id, file_name, created_by, created_at)"
                                + " select :base + x, :base + x, 1, 'GENERATED', '00000000-0000-0000-0000-0000000000ff',"
                                + " 'приказ.docx', :curator, cast(:now as timestamp)",
                        "partner (id, version, school_id, kind, name, search_key, changed_by, changed_at) select :base"
                                + " + x, 0, :school, 'EMPLOYER', 'Завод ' || x, 'завод ' || x, :curator, cast(:now as"
                                + " timestamp)",
                        "programme_partner (programme_id, partner_id, thanked) select :programme, :base + x, true",
                        "programme_card (id, version, school_id, title, search_key, form, retired, changed_by,"
                                + " changed_at) select :base + x, 0, :school, 'Карточка ' || x, 'карточка ' || x,"
                                + " 'PUPIL_PUPIL', false, :curator, cast(:now as timestamp)",
                        "activity_event (id, version, programme_id, activity_key, instance_id, planned_for, place,"
                                + " recorded_by, recorded_at) select :base + x, 0, :programme, " + ONE_OF_TEN
                                + ", 'many-' || x,"
                                + " cast(:today as date), 'Зал', :curator, cast(:now as timestamp)",
                        "activity_evidence (id, programme_id, activity_key, kind, size_bytes, link, added_by, added_at)"
                                + " select :base + x, :programme, " + ONE_OF_TEN
                                + ", 'LINK', 0, 'https://school.example.org/' || x,"
                                + " :curator, cast(:now as timestamp)",
                        "activity_step (id, version, programme_id, activity_key, instance_id, step, outcome,"
                                + " step_date, recorded_by, recorded_at) select :base + x, 0, :programme, " + ONE_OF_TEN
                                + ", 'many-'"
                                + " || x, 'Шаг', 'DONE', cast(:today as date), :curator, cast(:now as timestamp)",
                        "activity_fact (step_id, ordinal, name, figure) select :base + x, 0, 'mentees', 1")
                .forEach(rows -> fill(rows, number));
    }

    private void matching(int number) {
        List.of(
                        "matching_run (id, version, programme_id, number, state, preferences, salt, matched,"
                                + " unmatched, total, optimal, blocking_pairs, policy_version, started_at, started_by)"
                                + " select :base + x, 0, :programme, x, 'OUTDATED', true, 1, 1, 1, 1, true, 0, 'v1',"
                                + " cast(:now as timestamp), :curator",
                        "matching_proposal (id, run_id, mentee_id, mentor_id, form, score, loss, loss_left, locked,"
                                + " earlier, basis, reasons) select :base + x, :base, :base + 4 * x + 2, :base + 4 * x +"
                                + " 3, 'PUPIL_PUPIL', 1, 0, 0, false, false, '{}', '[]'",
                        "matching_mark (id, programme_id, mentee_id, mentor_id, kind, made_by, made_at) select :base +"
                                + " x, :programme, :base + 4 * x + 2, :base + 4 * x + 3, 'LOCK', :curator, cast(:now as"
                                + " timestamp)",
                        "matching_answer (participant_id, programme_id, answered_by, answered_at) select :base + 4 * x"
                                + " + 2, :programme, :curator, cast(:now as timestamp)",
                        "matching_preference (from_id, to_id, place) select :base + 4 * x + 2, :base + 4 * x + 3, 1")
                .forEach(rows -> fill(rows, number));
    }

    /** Each copy is a block of its own with its variables; half of them are late. */
    private void tasks(int number) {
        String instance = jdbc.sql("select proc_inst_id_ from act_ru_task where id_ = :task")
                .param("task", taskId)
                .query(String.class)
                .single();
        copy("ACT_RU_EXECUTION", "PROC_INST_ID_ = :instance order by PARENT_ID_ nulls first", instance, number);
        // a step of a stage calls one block, which the engine relies on
        run("update act_ru_execution set super_exec_ = null where id_ like 'many-%'");
        copy("ACT_RU_VARIABLE", "PROC_INST_ID_ = :instance", instance, number);
        copy("ACT_RU_TASK", "PROC_INST_ID_ = :instance", instance, number);
        copy("ACT_RU_IDENTITYLINK", "TASK_ID_ = :task", instance, number);
        copy("ACT_RU_AUTHORIZATION", "RESOURCE_ID_ = :task", instance, number);
        run("update act_ru_task set due_date_ = dateadd('DAY', case when right(id_, 1) = '0' then 30 else -3 end,"
                + " cast(:now as timestamp)) where id_ like 'many-%'");
        run("update act_ru_variable set text_ = '000-1.2.1' where id_ like 'many-%' and name_ = 'roadmapItem'"
                + " and not regexp_like(id_, '^many-[0-9]*0-')");
        fill(
                "reminder (id, task_id, programme_id, rung, rung_day, due, written_on) select :base + x, 'many-' || x"
                        + " || '-' || :task, :programme, 3, cast(:today as date), cast(:now as timestamp), cast(:today as"
                        + " date)",
                number);
        fill(
                "act_ru_incident (id_, rev_, incident_timestamp_, incident_msg_, incident_type_, execution_id_,"
                        + " activity_id_, proc_inst_id_, proc_def_id_, cause_incident_id_, root_cause_incident_id_,"
                        + " configuration_, tenant_id_) select 'many-' || x, 1, cast(:now as timestamp), 'Ошибка',"
                        + " 'failedJob', e.id_, 'Task', e.id_, e.proc_def_id_, 'many-' || x, 'many-' || x, 'many-' || x,"
                        + " e.tenant_id_ from act_ru_execution e,",
                " where e.id_ = 'many-'" + " || x || '-' || '" + instance + "'",
                number);
    }

    private void copy(String table, String which, String instance, int number) {
        List<String> columns = jdbc.sql("select column_name from information_schema.columns where table_name = :table"
                        + " order by ordinal_position")
                .param("table", table)
                .query(String.class)
                .list();
        List<String> renamed = List.of(
                "ID_", "EXECUTION_ID_", "PROC_INST_ID_", "PARENT_ID_", "TASK_ID_", "RESOURCE_ID_", "VAR_SCOPE_");
        String values = columns.stream()
                .map(column -> renamed.contains(column)
                        ? "case when t." + column + " is null then null else 'many-' || x || '-' || t." + column
                                + " end"
                        : "t." + column)
                .collect(Collectors.joining(", "));
        run(
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                        + " from (select * from "
                        + table + " where " + which + ") t, system_range(:from, :to) order by x"
                        + (which.contains("nulls first") ? ", t.PARENT_ID_ nulls first" : ""),
                instance,
                number);
    }

    /** As in a school that grew little by little: H2 has never analysed a table of ours. */
    void forgetStatistics() {
        jdbc.sql("select table_name, column_name from information_schema.columns where table_schema = 'PUBLIC'"
                        + " and table_name not like 'ACT\\_%' and data_type not like '%OBJECT'")
                .query((row, number) -> "alter table \"" + row.getString(1) + "\" alter column \"" + row.getString(2)
                        + "\" selectivity 50")
                .list()
                .forEach(change -> jdbc.sql(change).update());
    }

    /** Takes away what others who count the engine's tasks and incidents would find. */
    void removeFromEngine() {
        ENGINE_TABLES.forEach(table -> {
            if (table.equals("ACT_RU_EXECUTION")) {
                run("update act_ru_execution set parent_id_ = null where id_ like 'many-%'");
            }
            run("delete from " + table + " where id_ like 'many-%'");
        });
    }

    private void upTo(int most, String rows, int number) {
        fill(rows + " from", " where x <= " + most, number);
    }

    private void fill(String rows, int number) {
        fill(rows + " from", "", number);
    }

    private void fill(String rows, String which, int number) {
        run("insert into " + rows + " system_range(:from, :to)" + which, null, number);
    }

    private void run(String sql) {
        run(sql, null, present);
    }

    private void run(String sql, String instance, int number) {
        jdbc.sql(sql)
                .param("base", BASE)
                .param("school", school.id())
                .param("programme", programme)
                .param("curator", school.login(Role.CURATOR))
                .param("mentor", school.staffId(Role.MENTOR))
                .param("item", KEY)
                .param("task", taskId)
                .param("instance", instance)
                .param("today", TestClock.today())
                .param("now", TestClock.now())
                .param("from", present + 1)
                .param("to", number)
                .update();
    }
}
