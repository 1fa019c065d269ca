package org.mentoringroadmap.roadmap.check;

import java.util.Locale;

/**
 * The conventions of models and forms, each with the reason why it is one. The Russian advice of a rule stands in the
 * bundle under {@code rule.<code>}, some rules with several wordings under {@code rule.<code>.<case>}.
 */
public enum ModelRule {
    // files
    /** A file that is no valid BPMN or DMN cannot be deployed; said here so that it appears beside the other errors. */
    UNREADABLE_MODEL,
    /** What is written in another vocabulary is obeyed by some engine and read by no rule. */
    NAMESPACE,
    /** What is not listed may run something that nobody has thought of. */
    VOCABULARY,
    /** A kind of file that the engine would run and nobody checks. */
    FILE_KIND,
    /** A form that is no JSON with components opens as an empty page in Tasklist. */
    UNREADABLE_FORM,
    /** A form is found by its id, a person finds it by its file: both must be the same. */
    FORM_ID,
    /** One unsupported component makes Tasklist refuse the whole form; an edited list disables «complete». */
    FORM_COMPONENT,
    /** What is not listed may show or load something that nobody has thought of. */
    FORM_SETTING,
    /** A field without a key loses what is typed into it. */
    FORM_FIELD_KEY,
    /** A key is the name of one variable: of another shape it is sent as something that no task takes. */
    FORM_FIELD_NAME,
    /** What a process hands to its tasks stays as it is, whatever a person sends. */
    FORM_FIELD_RESERVED,
    /** What no task takes is typed in vain, and would lie in the engine. */
    FORM_FIELD_UNREAD,
    /** Where what must be given is asked for no more, no task that shows this edition of the form can be completed. */
    FORM_FIELD_MISSING,
    /** Two fields of one key or one id: the whole form is not shown. */
    FORM_FIELD_TWICE,
    /** A mandatory field that nobody can fill stops its task, and every open one at once. */
    FORM_UNFILLABLE,
    /** A field that its task cannot do without, though the form lets it be left out, and that nobody can fill. */
    FORM_NEEDED,
    /** A choice without options cannot be made, two of one value cannot be told apart. */
    FORM_CHOICES,
    /** A field whose words the application reads offers others, or lets people type: it is shown, and its task refuses them. */
    FORM_WORDS,
    /** Limits that no value keeps, or that the field cannot compare with. */
    FORM_LIMITS,
    /** A pattern that the browser cannot read stops the form when somebody types. */
    FORM_PATTERN,
    /** A preset value that the field itself refuses, or sends without showing it. */
    FORM_DEFAULT,
    /** What is no expression is never computed: the condition is ignored, the list stays empty. */
    FORM_EXPRESSION,
    /** A questionnaire is shown without scripts, on a phone, and looked at on the server: whatever needs a browser is refused. */
    QUESTIONNAIRE,
    /** The engine keeps bare file names: of two files of one name only one would be deployed. */
    DUPLICATE_FILE,

    /** A row that a table cannot answer with, or that answers beside another one, fails when somebody asks. */
    TABLE_ROW,

    /** The application asks a table by words of its own: one of another name is asked by nobody. */
    ASKED_TABLE,

    // the process
    /** One file is one process: it is versioned and deployed as a whole, and unexecutable ones never start. */
    EXECUTABLE_PROCESS,
    /** Process id = file name in kebab-case, so that a definition in Cockpit leads to its file. */
    PROCESS_ID,
    /** Without it the engine refuses the start, or history grows for ever. */
    HISTORY_TIME_TO_LIVE,

    /** The engine keeps some texts in columns of a fixed width, and fails on longer ones with a text for programmers. */
    TEXT_TOO_LONG,

    // names
    /** Logs, Cockpit and the printed roadmap show labels. */
    LABEL_MISSING,
    /** Everything that a person of the school reads is Russian. */
    LABEL_NOT_RUSSIAN,

    // what may stand in a model
    /** Elements the engine ignores, passes through silently or fails on. */
    ELEMENT_TYPE,
    /**
     * A stage or a block that the engine repeats has its rows done several times under one number; a marker that does not
     * say how often is refused by the engine in English, and the other marker it passes over.
     */
    REPEATED,
    /** An end that stops everything takes the tasks of the ways beside it from people, without a word. */
    STOPS_EVERYTHING,
    /** Nothing in a model computes; a script is code that no test sees. */
    SCRIPT,
    /** Classes and method calls tie a model to code; beans are an API. */
    CODE_IN_MODEL,
    /** An expression that may call anything runs anything on the server. */
    EXPRESSION,
    /** Decisions are computed with FEEL, which reaches nothing but its inputs. */
    EXPRESSION_LANGUAGE,
    /** A bean that does not exist fails only when the token arrives. */
    UNKNOWN_BEAN,
    /** A listener that names no bean does nothing or fails. */
    LISTENER,
    /** A condition is a comparison of one flag; anything more is business logic that no test sees. */
    CONDITION,

    // flow
    /** A reference to an element of another kind; the engine would fail on it with a text for programmers. */
    BROKEN_REFERENCE,
    /** A flow stays within its sub-process; the engine refuses others in English. */
    FLOW_SCOPE,
    /** Without a start the engine cannot enter the scope. */
    START_EVENT,
    /** What no token can reach is a mistake of drawing. */
    UNREACHABLE,
    /** A path ends in an end event; otherwise a forgotten flow looks like an intended end. */
    DEAD_END,
    /** The gateway asks, its flows answer. */
    GATEWAY_QUESTION,
    /** Without a default flow an unforeseen answer is an incident. */
    DEFAULT_FLOW,
    /** A flow without a condition is always taken, whatever stands behind it. */
    FLOW_CONDITION,
    /** A condition on an arrow that comes out of no gateway ends the way there, without a word, when it is not met. */
    CONDITION_UNASKED,

    /** Several arrows out of a step start everything behind them at one time, which nobody means who draws them. */
    SEVERAL_WAYS,
    /** A way back that nothing asks about goes round for ever. */
    LOOP,
    /** What one gateway parts, a gateway of its kind puts together: else the rest happens twice, or never. */
    FORK_JOIN,
    /** What nobody sets is an incident when the token arrives. */
    UNKNOWN_VARIABLE,

    // save points
    /** A failing service must not undo what a person has just done: its own transaction, retried. */
    SAVE_POINT_BEFORE,
    /** What a person or a start has done is kept before the next step is tried. */
    SAVE_POINT_AFTER,
    /** Before a wait state a save point only delays the task. */
    SAVE_POINT_NEEDLESS,
    /** A cycle of its own must be readable and begin soon: a failure that passes by itself must not stop a year for long. */
    RETRY_CYCLE,
    /** Services are beans of ours, named by a delegate expression. */
    SERVICE_BEAN,

    // tasks of people
    /** A task without a role reaches nobody. */
    CANDIDATE_GROUPS,
    /** A role nobody can hold reaches nobody. */
    UNKNOWN_ROLE,
    /** People change within the year; roles do not. */
    PERSON_IN_MODEL,
    /** A task without a form cannot be decided. */
    FORM_MISSING,
    /** A form that is not there answers 404 in Tasklist. */
    UNKNOWN_FORM,
    /** A stage deployed alone loses forms that are bound by deployment or version. */
    FORM_BINDING,
    /** {@code embedded:} and {@code app:} forms do not work for what Modeler deploys; ours are absolute paths. */
    FORM_KEY,
    /** A page that is not there answers 404. */
    UNKNOWN_PAGE,
    /** Without a due date nothing reminds of the task. */
    DUE_DATE,
    /** Without a follow-up date the task is shown long before its time. */
    FOLLOW_UP_DATE,
    /** A wrong date stops the process when the task is created; a fixed year needs an edit every year. */
    TASK_DATE,
    /** A figure or text that the form does not ask for can never be entered. */
    STEP_FIELDS,
    /** The person must read what to do and what comes of it. */
    DOCUMENTATION,

    // events
    /** A wrong timer fails at deployment or at run time, in English. */
    TIMER,
    /** Correlation is by message name, which is an API. */
    MESSAGE_NAME,
    /** A catch-all hides technical failures behind a business path; an error without a code cannot be caught. */
    ERROR_CODE,
    /** An intermediate or boundary event that waits for nothing. */
    EVENT_DEFINITION,
    /** Ids in a message come from outside: a bean has to look at them before anything is stored. */
    MESSAGE_START,
    /** An event sub-process that waits for nothing, or for several things, never starts. */
    EVENT_SUB_PROCESS,
    /** The engine refuses, in English, whatever does not wait behind an event-based gateway. */
    EVENT_GATEWAY,

    // calls
    /** A call to a process that is not there is an incident in the middle of the year. */
    CALLED_PROCESS,
    /** Administrators deploy single files; only {@code latest} survives that. */
    CALL_BINDING,
    /** Business key of every instance = programme id; without it a task belongs to no programme. */
    CALL_BUSINESS_KEY,
    /** A block relies on its declared inputs. */
    HAND_IN,
    /** A process that calls itself, over others too, never gets to its own steps. */
    CALL_CIRCLE,
    /** A block cannot carry out what a property of the calling element says. */
    BLOCK_PARAMETER,
    /** Pages, papers and running processes know elements of the shipped processes by their ids. */
    RELIED_ON,
    /** Paper and process never disagree: a block's tasks are of those who answer for the activity. */
    BLOCK_RESPONSIBLE,

    // the roadmap
    /** What can be started from Tasklist is offered as a roadmap: masters can, nothing else. */
    ROADMAP_OFFERED,
    /**
     * A stage is a call of a process with rows. The roadmap finds it by its number; a paper that gives none says so.
     */
    ROADMAP_STAGE,
    /** What is not drawn as a row and yet makes a year: its start and end, reminders, the pairs' beginning and end. */
    ROADMAP_PART,
    /** Paper and process never disagree: whom a block gives its tasks by itself is named in the roadmap. */
    RESPONSIBLE_UNUSED,
    /** The printed roadmap, the year page and the coverage of the paper read these properties. */
    ROADMAP_PROPERTY,
    /** Items are ordered and printed by their form. */
    ROADMAP_ITEM,
    /** An item is one row of the paper. */
    ROADMAP_ITEM_TAKEN,
    /** The document of the roadmap is made from what its master says. */
    ROADMAP_PAPER,
    /**
     * Whatever waits for rows is let go on by their outcomes, which come: by numbers that there are, and not after itself.
     * What other files name by its number, to wait for it, to count from it or to approve it, keeps that number.
     */
    ROADMAP_NEEDS,
    /** An order that approves the document of another row, or a document that prints its figures, needs that row. */
    ROADMAP_APPENDIX,
    /** A term that is counted from another row needs that row. */
    ROADMAP_TERM_FROM,
    /** A term that nobody can read has no date. */
    ROADMAP_TERM,
    /** An activity cannot be due before it starts. */
    ROADMAP_TERM_ORDER,
    /** Paper and process never disagree: the task's dates are the roadmap's. */
    ROADMAP_TERM_DIFFERS,
    /** Paper and process never disagree: who gets the task is who stands in the roadmap. */
    ROADMAP_RESPONSIBLE_DIFFERS,
    /** An order prints the term of the activity that names its place; another word would leave the place blank. */
    ROADMAP_ORDER_TERM,

    // the diagram
    /** A pool and its lanes say who does what, and nothing reads them. */
    POOL,
    /** What has no shape is run but cannot be seen. */
    SHAPE,
    /** A flow without waypoints is followed but cannot be seen. */
    WAYPOINTS;

    /** The stable code of the rule, such as {@code default-flow}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
