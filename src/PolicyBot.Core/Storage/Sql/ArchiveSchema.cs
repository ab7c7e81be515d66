namespace PolicyBot.Storage.Sql;

/// <summary>The steps of the archive's schema.</summary>
internal static class ArchiveSchema
{
    public static readonly string[] Steps =
    [
        """
        -- Where the numbers of this archive's changes begin: far from those of any other archive.
        CREATE TABLE archive (beginning INTEGER NOT NULL) STRICT;
        INSERT INTO archive VALUES (abs(random()) >> 12);

        -- What is in force, narrow: counts and filters never touch the texts.
        CREATE TABLE records (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            hash TEXT NOT NULL UNIQUE,
            understanding TEXT NOT NULL,
            title TEXT NOT NULL,
            published TEXT,
            grade INTEGER NOT NULL,
            source TEXT,
            first_day TEXT,
            last_day TEXT
        ) STRICT;

        -- Every version that ever was, the one in force included.
        CREATE TABLE versions (
            record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
            version INTEGER NOT NULL,
            imported TEXT NOT NULL,
            path TEXT NOT NULL,
            hash TEXT NOT NULL,
            title TEXT NOT NULL,
            published TEXT,
            language TEXT NOT NULL,
            grade INTEGER NOT NULL,
            sources TEXT NOT NULL,
            metadata TEXT NOT NULL,
            parts BLOB NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (record, version)
        ) STRICT;

        -- A meeting is only an identity; what is known of it stands in the tellings, so that no reader sees more than his records tell.
        CREATE TABLE meetings (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE tellings (
            record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            meeting INTEGER NOT NULL REFERENCES meetings,
            told_id TEXT NOT NULL,
            title TEXT NOT NULL,
            date TEXT,
            first_day TEXT,
            last_day TEXT,
            time TEXT,
            zone TEXT NOT NULL,
            place TEXT,
            status TEXT NOT NULL,
            series TEXT,
            hosts TEXT NOT NULL,
            participants TEXT NOT NULL,
            spans TEXT NOT NULL,
            PRIMARY KEY (record, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tellings_by_meeting ON tellings (meeting);
        CREATE INDEX tellings_by_told_id ON tellings (told_id);
        CREATE INDEX tellings_by_day ON tellings (first_day);

        CREATE TABLE telling_organisations (
            organisation TEXT NOT NULL,
            record INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            PRIMARY KEY (organisation, record, ordinal),
            FOREIGN KEY (record, ordinal) REFERENCES tellings ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX telling_organisations_by_telling ON telling_organisations (record, ordinal);

        -- A concern through all meetings at which it was raised; its words are those of the first time. A key is never used twice: others may hold it.
        CREATE TABLE threads (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            text TEXT NOT NULL,
            topics TEXT NOT NULL
        ) STRICT;

        -- Hashes of words: a false friend among them costs one comparison.
        CREATE TABLE thread_keys (
            value INTEGER NOT NULL,
            thread INTEGER NOT NULL,
            PRIMARY KEY (value, thread)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE statements (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            kind TEXT NOT NULL,
            span_start INTEGER NOT NULL,
            span_end INTEGER NOT NULL,
            text TEXT NOT NULL,
            meeting INTEGER REFERENCES meetings,
            first_day TEXT,
            last_day TEXT,
            level TEXT NOT NULL,
            names TEXT NOT NULL,
            present TEXT NOT NULL,
            topics TEXT NOT NULL,
            strength TEXT,
            due_text TEXT,
            due_by TEXT,
            replies_to TEXT NOT NULL,
            thread INTEGER REFERENCES threads,
            UNIQUE (record, ordinal)
        ) STRICT;
        CREATE INDEX statements_by_day ON statements (first_day DESC, record DESC, ordinal);
        CREATE INDEX statements_by_meeting ON statements (meeting) WHERE meeting IS NOT NULL;
        CREATE INDEX statements_by_thread ON statements (thread) WHERE thread IS NOT NULL;

        -- Names and topics under which statements are found: each once, as a statement has six and an archive millions.
        CREATE TABLE terms (
            key INTEGER PRIMARY KEY,
            facet TEXT NOT NULL,
            value TEXT NOT NULL,
            UNIQUE (facet, value)
        ) STRICT;

        CREATE TABLE facets (
            term INTEGER NOT NULL,
            statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
            PRIMARY KEY (term, statement)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX facets_by_statement ON facets (statement);

        -- One row a record: its newest change. A number is never used twice.
        CREATE TABLE changes (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            record_id TEXT NOT NULL UNIQUE
        ) STRICT;
        INSERT INTO sqlite_sequence (name, seq) SELECT 'changes', beginning FROM archive;
        """,
        """
        -- Where pages, slides or paragraphs begin; null for texts that have none.
        ALTER TABLE versions ADD COLUMN places TEXT;
        """,
        """
        -- When a record last came in, without a look at the texts.
        CREATE INDEX versions_by_import ON versions (imported);
        """,
        """
        -- Whom a record is for, beside its grade; null for everybody whom its grade allows.
        ALTER TABLE records ADD COLUMN group_name TEXT;
        ALTER TABLE versions ADD COLUMN group_name TEXT;
        """,
        """
        -- How often a thread was raised is read from the index alone: a concern may come up at a thousand meetings.
        DROP INDEX statements_by_thread;
        CREATE INDEX statements_by_thread ON statements (thread, record, meeting, first_day, last_day) WHERE thread IS NOT NULL;
        """,
        """
        -- Of an event of a calendar: how often it was changed, and the day it was called for before; null for what records tell in words.
        ALTER TABLE tellings ADD COLUMN revision INTEGER;
        ALTER TABLE tellings ADD COLUMN moved_from TEXT;
        """,
        """
        -- Where the rules and a second reader read the version in force differently.
        CREATE TABLE disagreements (
            record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (record, ordinal)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        -- A changed file is the next version of the record that was read from it.
        CREATE INDEX versions_by_path ON versions (path);

        -- Folders that are watched and feeds that are polled, and what they hold.
        CREATE TABLE watched (address TEXT PRIMARY KEY, looked BIGINT NOT NULL, fault TEXT, state TEXT);
        CREATE TABLE seen (
            place TEXT NOT NULL,
            path TEXT NOT NULL,
            content TEXT NOT NULL,
            size BIGINT NOT NULL,
            modified BIGINT NOT NULL,
            at BIGINT NOT NULL,
            results TEXT NOT NULL,
            PRIMARY KEY (place, path)
        );

        -- A few shingles of each text, by which those are found that repeat it; and the earliest of those that tell the same.
        CREATE TABLE sketches (value BIGINT NOT NULL, day TEXT NOT NULL, record BIGINT NOT NULL REFERENCES records ON DELETE CASCADE, PRIMARY KEY (value, day, record));
        CREATE INDEX sketches_by_record ON sketches (record);
        CREATE TABLE repeats (record BIGINT PRIMARY KEY REFERENCES records ON DELETE CASCADE, origin BIGINT NOT NULL REFERENCES records ON DELETE CASCADE, share BIGINT NOT NULL);
        CREATE INDEX repeats_by_origin ON repeats (origin);
        """,
        """
        -- What curators decided on statements; without a level the statement is withdrawn. Kept for good: the history of the ledger.
        CREATE TABLE corrections (
            key INTEGER PRIMARY KEY,
            record_id TEXT NOT NULL,
            words TEXT NOT NULL,
            level TEXT,
            names TEXT NOT NULL,
            present TEXT NOT NULL,
            was_level TEXT NOT NULL,
            was_names TEXT NOT NULL,
            made_by TEXT NOT NULL,
            reason TEXT,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX corrections_by_record ON corrections (record_id);
        """,
        """
        -- News of a move come before or after the announcement that they change.
        CREATE INDEX tellings_by_old_day ON tellings (moved_from) WHERE moved_from IS NOT NULL;
        """,
        """
        -- What a file of documents was read as, by its content: while that stands in the archive the file need not be read again.
        CREATE TABLE read_files (
            build TEXT NOT NULL,
            content TEXT NOT NULL,
            documents TEXT NOT NULL,
            PRIMARY KEY (build, content)
        ) STRICT, WITHOUT ROWID;
        """,
    ];
}
