namespace PolicyBot.Storage.Sql;

/// <summary>The steps of the chat's schema. Moments are milliseconds since 1970, UTC.</summary>
internal static class ChatSchema
{
    public static readonly string[] Steps =
    [
        """
        -- One row an event. Its message is emptied when it is done: only the keys are needed then.
        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            platform TEXT NOT NULL,
            key TEXT NOT NULL,
            twin TEXT,
            kind TEXT NOT NULL,
            channel TEXT NOT NULL,
            message_id TEXT,
            "user" TEXT NOT NULL,
            message TEXT NOT NULL,
            status TEXT NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0,
            taken INTEGER NOT NULL,
            finished INTEGER,
            UNIQUE (platform, key)
        ) STRICT;
        CREATE UNIQUE INDEX inbox_twins ON inbox (platform, twin) WHERE twin IS NOT NULL;
        CREATE INDEX inbox_waiting ON inbox (id) WHERE finished IS NULL;
        CREATE INDEX inbox_finished ON inbox (finished) WHERE finished IS NOT NULL;
        CREATE INDEX inbox_changes ON inbox (platform, channel, message_id) WHERE kind IN ('Edited', 'Deleted');
        CREATE INDEX inbox_taken ON inbox (taken);

        -- Where each platform stands in its stream of events.
        CREATE TABLE sessions (
            platform TEXT PRIMARY KEY,
            session TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- One row a piece; within a lane they are sent in the order of their ids.
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            lane TEXT NOT NULL,
            part TEXT NOT NULL,
            delivery TEXT NOT NULL,
            body TEXT NOT NULL,
            source TEXT,
            chained INTEGER NOT NULL,
            state TEXT NOT NULL,
            stored INTEGER NOT NULL,
            not_before INTEGER,
            tries INTEGER NOT NULL DEFAULT 0,
            doubts INTEGER NOT NULL DEFAULT 0,
            message_id TEXT,
            reason TEXT,
            finished INTEGER
        ) STRICT;
        CREATE INDEX outbox_open ON outbox (lane, id) WHERE finished IS NULL;
        CREATE INDEX outbox_finished ON outbox (finished) WHERE finished IS NOT NULL;
        CREATE INDEX outbox_sources ON outbox (source, id) WHERE source IS NOT NULL;
        CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';

        CREATE TABLE threads (
            platform TEXT NOT NULL,
            channel TEXT NOT NULL,
            thread TEXT NOT NULL,
            context TEXT,
            own INTEGER NOT NULL,
            touched INTEGER NOT NULL,
            PRIMARY KEY (platform, channel, thread)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX threads_touched ON threads (touched);

        CREATE TABLE channels (
            platform TEXT NOT NULL,
            channel TEXT NOT NULL,
            settings TEXT NOT NULL,
            PRIMARY KEY (platform, channel)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE answers (
            id TEXT PRIMARY KEY,
            body TEXT NOT NULL,
            kept INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answers_kept ON answers (kept);

        -- The last word of each person on each answer.
        CREATE TABLE judgements (
            answer TEXT NOT NULL,
            "user" TEXT NOT NULL,
            verdict TEXT NOT NULL,
            comment TEXT,
            at INTEGER NOT NULL,
            PRIMARY KEY (answer, "user")
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX judgements_unfavourable ON judgements (at) WHERE verdict <> 'helpful';
        """,
        """
        -- The terms of those that work on one store; a number is never used twice.
        CREATE TABLE workers (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            clock_ahead INTEGER NOT NULL,
            until INTEGER NOT NULL
        ) STRICT;

        -- What one of them does alone: a lane of the outbox, a gateway.
        CREATE TABLE claims (
            what TEXT PRIMARY KEY,
            owner INTEGER NOT NULL,
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE inbox ADD COLUMN owner INTEGER NOT NULL DEFAULT 0;
        """,
        """
        -- The piece whose thread this one stands in.
        ALTER TABLE outbox ADD COLUMN under TEXT;

        CREATE TABLE orders (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            platform TEXT NOT NULL,
            channel TEXT NOT NULL,
            owner TEXT,
            delivery TEXT NOT NULL,
            state TEXT NOT NULL,
            body TEXT NOT NULL,
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX orders_places ON orders (platform, channel);

        -- One row for each thing that an order owes: claimed, queued, then delivered; or quiet, missed, failed, lost, dropped.
        CREATE TABLE slots (
            order_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            slot TEXT NOT NULL,
            due INTEGER NOT NULL,
            state TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            claimed INTEGER NOT NULL,
            piece TEXT,
            finished INTEGER,
            reason TEXT,
            PRIMARY KEY (order_id, kind, slot)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX slots_due ON slots (due);
        CREATE INDEX slots_pieces ON slots (piece) WHERE piece IS NOT NULL;
        CREATE INDEX slots_open ON slots (state) WHERE state IN ('claimed', 'queued', 'lost');
        CREATE INDEX slots_delivered ON slots (kind, order_id, due) WHERE state IN ('delivered', 'quiet');

        CREATE TABLE told (
            order_id TEXT NOT NULL,
            key TEXT NOT NULL,
            PRIMARY KEY (order_id, key)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        -- Who may see what, as administrators ruled; the newest of a subject counts, without grants it is as the settings say.
        CREATE TABLE access_changes (
            version INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            grants TEXT,
            changed_by TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX access_changes_by_subject ON access_changes (kind, subject, version);
        """,
        """
        -- Rows are only added; what goes by its age leaves its last sequence and hash as the anchor.
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            body TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE INDEX audit_by_age ON audit (at);

        CREATE TABLE audit_head (
            one INTEGER PRIMARY KEY,
            sequence INTEGER NOT NULL,
            hash TEXT NOT NULL,
            anchor INTEGER NOT NULL,
            anchor_hash TEXT NOT NULL
        ) STRICT;
        """,
    ];
}
