package org.mentoringroadmap.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The table of acts. An act is one statement, which also finds the school: that of the thing, else that of the account, else
 * the only one of the installation. Nothing is ever changed in it; what is too old goes.
 */
@Component
class AuditRecords implements AuditTrail {
    private static final String INSERT = """
        insert into audit_record
            (recorded_at, account, address, school_id, act, concerns, concerns_id, amount, facts)
        select cast(:now as timestamp), cast(:account as varchar), cast(:address as varchar),
            coalesce(cast(:school as varchar),
                %s,
                (select school_id from staff_member where account = :account),
                (select min(id) from school having count(*) = 1)),
            cast(:act as varchar), cast(:thing as varchar), cast(:id as varchar), cast(:count as integer),
            cast(:facts as varchar)\
        """;

    private static final String UNLESS_KNOWN = """

        where not exists (select 1 from audit_record
            where act = :act and account %s and address = :address and recorded_at > :since)\
        """;

    /** A proxy that is believed may still hand on whatever its caller has written. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}(%\\w{1,16})?");

    private static final String UNKNOWN = "unknown";

    private static final String DAY = "PT24H";

    /** A machine that is switched off at night clears in the morning. */
    private static final String SOON = "PT10M";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final AuditProperties properties;
    private final Clock clock;

    AuditRecords(JdbcClient jdbc, CurrentUser user, AuditProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void record(AuditEvent event) {
        statement(event, "").update();
    }

    @Override
    public void recordSeldom(AuditEvent event, Duration notSince) {
        String unless = UNLESS_KNOWN.formatted(account(event) == null ? "is null" : "= :account");
        statement(event, unless).param("since", now().minus(notSince)).update();
    }

    private JdbcClient.StatementSpec statement(AuditEvent event, String unless) {
        AuditThing thing = event.act().thing().filter(any -> event.id() != null).orElse(null);
        return jdbc.sql(INSERT.formatted(schoolOf(thing)) + unless)
                .param("now", now())
                .param("account", account(event), Types.VARCHAR)
                .param("address", address(), Types.VARCHAR)
                .param("school", event.schoolId(), Types.VARCHAR)
                .param("act", event.act().name())
                .param("thing", thing == null ? null : thing.name(), Types.VARCHAR)
                .param("id", event.id(), Types.VARCHAR)
                .param("count", event.count(), Types.INTEGER)
                .param("facts", write(event.facts()), Types.VARCHAR);
    }

    private static String schoolOf(AuditThing thing) {
        return thing == null ? "cast(null as varchar)" : "(" + schoolOfKnown(thing) + ")";
    }

    private static String schoolOfKnown(AuditThing thing) {
        return switch (thing) {
            case SCHOOL -> "select id from school where id = :id";
            case ACCOUNT -> "select school_id from staff_member where account = :id";
            case STAFF_MEMBER -> ofRow("staff_member");
            case SCHOOL_CLASS -> ofRow("school_class");
            case PERSON -> ofRow("person");
            case DOCUMENT -> ofRow("document");
            case PARTNER -> ofRow("partner");
            case PROGRAMME_CARD -> ofRow("programme_card");
            case PROGRAMME -> ofRow("programme");
            case PARTICIPANT -> ofProgrammeOf("participant");
            case PAIR -> ofProgrammeOf("mentorship");
            case MATCHING_RUN -> ofProgrammeOf("matching_run");
            case EVIDENCE -> ofProgrammeOf("activity_evidence");
            case CONSENT ->
                "select school_id from person where id = (select person_id from consent where id = cast(:id as"
                        + " bigint))";
            case TASK, DEPLOYMENT, ROLE, DOCUMENT_KIND, DOCUMENT_TEMPLATE -> "cast(null as varchar)";
        };
    }

    private static String ofRow(String table) {
        return "select school_id from " + table + " where id = cast(:id as bigint)";
    }

    private static String ofProgrammeOf(String table) {
        return "select school_id from programme where id = (select programme_id from " + table
                + " where id = cast(:id as bigint))";
    }

    private String account(AuditEvent event) {
        String login = event.account() == null ? user.login() : event.account();
        return login.equals(AuditEvent.NOBODY) ? null : login;
    }

    /** Of who asks now, null for work that nobody asks for. The server has put the own one of who asks by a trusted proxy here. */
    private static String address() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return null;
        }
        String address = String.valueOf(request.getRequest().getRemoteAddr());
        return ADDRESS.matcher(address).matches() ? address : UNKNOWN;
    }

    private static String write(Map<String, String> facts) {
        return facts.isEmpty()
                ? null
                : new TreeMap<>(facts)
                        .entrySet().stream()
                                .map(fact -> fact.getKey() + "=" + fact.getValue())
                                .collect(Collectors.joining(" "));
    }

    /** Facts as they were written. */
    static Map<String, String> read(String facts) {
        Map<String, String> read = new TreeMap<>();
        if (facts != null) {
            Arrays.stream(facts.split(" "))
                    .map(fact -> fact.split("=", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> read.put(parts[0], parts[1]));
        }
        return read;
    }

    @Override
    public Map<String, String> doers(AuditAct act) {
        Map<String, String> doers = new HashMap<>();
        jdbc.sql("""
            select concerns_id, account from audit_record
            where act = :act and concerns_id is not null and account is not null order by id\
            """)
                .param("act", act.name())
                .query((row, number) -> doers.put(row.getString("concerns_id"), row.getString("account")))
                .list();
        return doers;
    }

    @Override
    public List<Reading> readings(AuditThing thing, Long id, int max) {
        List<String> acts = Arrays.stream(AuditAct.values())
                .filter(act -> act.kind().isReading())
                .filter(act -> act.thing().filter(thing::equals).isPresent())
                .map(AuditAct::name)
                .toList();
        return jdbc.sql("""
            select recorded_at, account, act from audit_record
            where concerns = :thing and concerns_id = :id and act in (:acts)
            order by id desc limit :max\
            """)
                .param("thing", thing.name())
                .param("id", id.toString())
                .param("acts", acts)
                .param("max", max)
                .query((row, number) -> new Reading(
                        row.getObject("recorded_at", LocalDateTime.class),
                        row.getString("account"),
                        AuditAct.valueOf(row.getString("act"))))
                .list();
    }

    /** Deletes what is older than the settings say; several nodes may do it at once. */
    @Scheduled(initialDelayString = SOON, fixedDelayString = DAY)
    void forgetTheOld() {
        jdbc.sql("delete from audit_record where recorded_at < ?")
                .param(now().minus(properties.keep()))
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
