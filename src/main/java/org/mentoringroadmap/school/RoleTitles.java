package org.mentoringroadmap.school;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SearchKey;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What people read instead of the ids of roles: as their school calls them, otherwise as everybody does. */
@Component("roleTitles")
public class RoleTitles {
    private static final String SAID = RoleTitles.class.getName() + ".said";

    private record Said(String schoolId, String role) {}

    private final JdbcClient jdbc;
    private final OwnRoles roles;
    private final CurrentUser user;
    private final MessageSource messages;
    private final AuditTrail trail;

    RoleTitles(JdbcClient jdbc, OwnRoles roles, CurrentUser user, MessageSource messages, AuditTrail trail) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.user = user;
        this.messages = messages;
        this.trail = trail;
    }

    /** As the only school of the acting account calls it; whoever looks at several schools reads what everybody does. */
    public String of(String role) {
        if (said().isEmpty()) {
            return everybodys(role);
        }
        List<String> schools = user.schoolIds();
        return schools.size() == 1 ? of(schools.get(0), role) : everybodys(role);
    }

    /** As this school calls it; the id where there is no such role. */
    public String of(String schoolId, String role) {
        return own(schoolId, role).orElseGet(() -> everybodys(role));
    }

    /** Titles of several roles as this school calls them, with commas. */
    public String of(String schoolId, Collection<String> ids) {
        return ids.stream().map(id -> of(schoolId, id)).collect(Collectors.joining(", "));
    }

    /** What the role is called where a school has not said otherwise; the id where there is no such role. */
    public String everybodys(String role) {
        return Role.of(role)
                .map(known -> messages.getMessage("role." + known.id(), null, LocaleContextHolder.getLocale()))
                .or(() -> roles.find(role).map(OwnRole::title))
                .orElse(role);
    }

    /** What this school has said; empty where it calls the role as everybody does. */
    public Optional<String> own(String schoolId, String role) {
        return Optional.ofNullable(said().get(new Said(schoolId, role)));
    }

    /** Remembered for one request alone: a page asks for many titles, and the next one reads what was changed. */
    @SuppressWarnings("unchecked")
    private Map<Said, String> said() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read();
        }
        Map<Said, String> known = (Map<Said, String>) request.getAttribute(SAID, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = read();
            request.setAttribute(SAID, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }

    private Map<Said, String> read() {
        return jdbc
                .sql("select school_id, role_id, title from role_title")
                .query((row, number) -> Map.entry(new Said(row.getString(1), row.getString(2)), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nobody could tell two roles of one title apart, in a list or on a paper: so no school calls another role so. */
    void requireFree(String title) {
        Stream.concat(
                        others("").filter(role -> isSame(title, everybodys(role))),
                        said().entrySet().stream()
                                .filter(said -> isSame(title, said.getValue()))
                                .map(said -> said.getKey().role()))
                .findFirst()
                .ifPresent(RoleTitles::refuse);
    }

    private Stream<String> others(String role) {
        return Stream.concat(
                        Arrays.stream(Role.values()).map(Role::id),
                        roles.all().stream().map(OwnRole::id))
                .filter(other -> !other.equals(role));
    }

    private static boolean isSame(String title, String other) {
        return SearchKey.of(title).equals(SearchKey.of(other));
    }

    private static void refuse(String role) {
        throw new ConflictException("own-role.title-taken", role);
    }

    private static void forget() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(SAID, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /**
     * The school calls the role so from now on, on pages, in papers and in tasks.
     *
     * @param title empty to call it as everybody does again
     * @throws NotFoundException {@code role.unknown}
     * @throws org.mentoringroadmap.shared.UserInputException {@code own-role.title} when it is too long
     * @throws ConflictException {@code own-role.title-taken} when the school calls another role so
     */
    @Transactional
    public void change(String schoolId, String role, String title) {
        if (!roles.exists(role)) {
            throw new NotFoundException("role.unknown");
        }
        boolean again = EnteredText.clean(title) == null;
        String wanted = again ? everybodys(role) : OwnRoles.title(title);
        others(role)
                .filter(other -> isSame(wanted, of(schoolId, other)))
                .findFirst()
                .ifPresent(RoleTitles::refuse);
        jdbc.sql("delete from role_title where school_id = ? and role_id = ?")
                .params(schoolId, role)
                .update();
        if (!again && !wanted.equals(everybodys(role))) {
            jdbc.sql("insert into role_title (school_id, role_id, title) values (?, ?, ?)")
                    .params(schoolId, role, wanted)
                    .update();
        }
        forget();
        trail.record(AuditEvent.of(AuditAct.ROLE_TITLED, schoolId).in(schoolId).fact("staff-role", role));
    }
}
