package org.mentoringroadmap.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The roles of the application and those that administrators have added for the whole installation. Each of the latter
 * has the rights of one of the former, so that a new role opens nothing that none had before; models may name it as soon
 * as it is there.
 */
@Service
public class OwnRoles {
    static final int MAX_TITLE = 100;

    private static final String KNOWN = OwnRoles.class.getName() + ".known";
    private static final String CHANGED = OwnRoles.class.getName() + ".changed";

    private static final Pattern ID = Pattern.compile("(?=.{2,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final JdbcClient jdbc;
    private final ObjectProvider<RoleGroups> groups;
    private final ObjectProvider<RoleTitles> titles;
    private final AuditTrail trail;
    private final CurrentUser user;

    OwnRoles(
            JdbcClient jdbc,
            ObjectProvider<RoleGroups> groups,
            ObjectProvider<RoleTitles> titles,
            AuditTrail trail,
            CurrentUser user) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.titles = titles;
        this.trail = trail;
        this.user = user;
    }

    /** The added roles by title. */
    public List<OwnRole> all() {
        return jdbc.sql("select id, title, stands_on from own_role order by title, id")
                .query(OwnRoles::read)
                .list();
    }

    /**
     * The added role with this id; empty for a role of the application too. Rights follow from it, so nothing is remembered
     * beyond one request: another transaction or another node may have changed it.
     */
    public Optional<OwnRole> find(String id) {
        return Optional.ofNullable(known().get(id));
    }

    /** A page asks for the rights of one account many times; a request that changes roles remembers nothing. */
    @SuppressWarnings("unchecked")
    private Map<String, OwnRole> known() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null || request.getAttribute(CHANGED, RequestAttributes.SCOPE_REQUEST) != null) {
            return byId();
        }
        Map<String, OwnRole> known =
                (Map<String, OwnRole>) request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = byId();
            request.setAttribute(KNOWN, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }

    private Map<String, OwnRole> byId() {
        return all().stream().collect(Collectors.toMap(OwnRole::id, Function.identity()));
    }

    private static void rememberNothing() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(CHANGED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static OwnRole read(ResultSet row, int number) throws SQLException {
        return new OwnRole(row.getString(1), row.getString(2), Role.valueOf(row.getString(3)));
    }

    /** Whose rights a role has: its own where it is one of the application; empty where there is no such role. */
    public Optional<Role> rights(String id) {
        return Role.of(id).or(() -> find(id).map(OwnRole::standsOn));
    }

    /** The roles of the application whose rights these roles have; what is no role counts for nothing. */
    public Set<Role> rights(Collection<String> ids) {
        return ids.stream().flatMap(id -> rights(id).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether models may name it as responsible. */
    public boolean exists(String id) {
        return rights(id).isPresent();
    }

    /**
     * Adds a role.
     *
     * @param standsOn whose rights it gets; a role of a school
     * @throws org.mentoringroadmap.shared.ForbiddenException {@code role.required} for everybody but an administrator
     * @throws UserInputException {@code own-role.id}, {@code own-role.title}, {@code own-role.stands-on}
     * @throws ConflictException {@code own-role.taken}, {@code own-role.title-taken}
     */
    @Transactional
    public OwnRole add(String id, String title, Role standsOn) {
        user.require(Role.ADMINISTRATOR);
        if (id == null || !ID.matcher(id).matches()) {
            throw new UserInputException("own-role.id");
        }
        if (standsOn == null || !standsOn.isOfSchool()) {
            throw new UserInputException("own-role.stands-on");
        }
        RoleGroups engine = groups.getObject();
        if (exists(id) || !engine.isFree(id)) {
            throw new ConflictException("own-role.taken", id);
        }
        OwnRole role = new OwnRole(id, title(title), standsOn);
        titles.getObject().requireFree(role.title());
        jdbc.sql("insert into own_role (id, title, stands_on) values (?, ?, ?)")
                .params(role.id(), role.title(), standsOn.name())
                .update();
        rememberNothing();
        engine.open(role);
        trail.record(AuditEvent.of(AuditAct.ROLE_ADDED, id).fact("stands-on", standsOn.id()));
        return role;
    }

    /**
     * Takes a role away that nobody holds and no model names.
     *
     * @throws org.mentoringroadmap.shared.ForbiddenException {@code role.required} for everybody but an administrator
     * @throws NotFoundException {@code role.unknown}
     * @throws ConflictException {@code own-role.held}, {@code own-role.used}
     */
    @Transactional
    public void remove(String id) {
        user.require(Role.ADMINISTRATOR);
        if (find(id).isEmpty()) {
            throw new NotFoundException("role.unknown");
        }
        long held = jdbc.sql("select count(*) from staff_own_role where role_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        if (held > 0) {
            throw new ConflictException("own-role.held", String.valueOf(held));
        }
        if (groups.getObject().isUsed(id)) {
            throw new ConflictException("own-role.used");
        }
        jdbc.sql("delete from role_title where role_id = ?").param(id).update();
        jdbc.sql("delete from own_role where id = ?").param(id).update();
        rememberNothing();
        groups.getObject().close(id);
        trail.record(AuditEvent.of(AuditAct.ROLE_REMOVED, id));
    }

    static String title(String text) {
        String cleaned = EnteredText.clean(text);
        String title = cleaned == null ? "" : cleaned.replaceAll("\\s+", " ");
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw new UserInputException("own-role.title");
        }
        return title;
    }
}
