using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>Phrases and verbs of each step of the ladder of answers.</summary>
internal static class StrengthLexicon
{
    public static readonly PhraseTable Heard = new("""
        ~hear the, ~hear their, ~hear your, ~hear what, ~hear you, ~hear these, ~hear those, ~hear all, ~listen to, ~listen carefully, noted, ~note the, ~note your, ~note their, ~take note, ~take the point, ~take that point, ~take your point, ~take on board,
        point taken, points taken, point was taken, points were taken, point is taken, points are taken, point well made, point was well made, message received, message was received, point well taken, ~appreciate the, ~appreciate your, ~appreciate that, ~appreciate their, ~appreciate how, understand the, understand your, understand that, understand how, understands the, understands that, understood the, understood that, understood,
        sympathetic, open to the idea, open to, open-minded, ~sympathise with, ~sympathize with, ~acknowledge the, ~acknowledge that, ~recognise the, ~recognise that, ~recognize the, ~recognize that, ~share the member's, ~share the industry's, ~share the worry, ~share the worries, ~share the concerns, ~share that concern, ~share that worry, ~share this concern, ~share his, ~share her, ~share participants', ~share much of, ~share many of, ~share the concern, ~share your concern, ~share their concern, ~share these concerns, ~share those concerns, ~share the view,
        aware of, mindful of, conscious of, bear in mind, bear that in mind, bear it in mind, keep in mind, keep that in mind, keep it in mind, ~welcome the feedback, ~welcome the suggestion, ~welcome your, ~welcome the comments, ~value the, ~value your,
        well received, fair point, good point, valid point, valid concern, legitimate concern, ~agree with the concern, ~record the, put on record, ~pass no judgment, loud and clear, ~see the point, ~see the problem, ~see your point, take it to heart, taken to heart, ~learn from
        """);

    public static readonly PhraseTable WillReview = new("""
        minded to, leave it with me, leave that with me, leave this with me, deserved study, deserves study, deserved attention, deserves attention, deserved a closer, deserves a closer, merits study, merited study, worth considering, worth studying, worth exploring, worth a look, worth looking, would reflect, will reflect, take the matter away, take the point away, take the issue away, take the question away, take the idea away, take these points away, take the points away, take both points away, take this back, take it back, take that back, take the matter back, come back in, come back by, return to the matter, return to it, give it a thought, turn it over, sound out, canvass, look into, looking into, looked into, look at, looking at, look again at, look closely at, look carefully at, take that away, take this away, take it away, take them away, take a look, take a closer look, take a second look,
        keep under review, kept under review, keep it under review, keep this under review, keep that under review, keeping under review, under review, under consideration, under discussion, under study, under examination, in discussion, in talks,
        do our best, do its best, do their best, do his best, do her best, do my best, doing our best, doing its best, best efforts, best endeavours, every effort, make efforts, making efforts, do what we can, do everything, do all we can, do what it can, do all it can,
        think about, thinking about, think again, think it over, give thought, give it thought, give it some thought, give consideration, give serious thought, give careful consideration, have a look,
        will see, see what, see whether, see if, find out, find ways, finding ways, find a way, seek ways, seeking ways, look for ways, looking for ways, look for a way, will check, check whether, check with, check on,
        talks continue, talks are continuing, talks were continuing, talks with, discussions continue, discussions are, discussions were, discussions with, in consultation, consulting with, consult with, consultations continue, consultations are, talking to, talking with, in dialogue, is consulting, are consulting,
        raise it with, raise this with, raise the matter, raise that with, pass on, pass it on, pass this on, pass that on, relay the, convey the, come back to you, get back to, come back with, come back to, follow up on, willing to consider, ready to consider, prepared to consider, willing to discuss, prepared to look, ready to look, happy to look, happy to consider,
        hope to, hopes to, hoped to, hoping to, aim to, aims to, aimed to, aiming to, try to, tries to, tried to, trying to, strive to, strives to, striving to, endeavour to, endeavours to, seek to, seeks to, work towards, working towards, work hard, work to find, working with, working closely, working hard, working very hard, working to, working together, work with, work closely, hopes that, to be reviewed, to be considered, to be discussed, to be checked, to be examined, will check, to check, will be reviewed, to look into, be considered, being considered, weigh up, not rule out, did not rule out, not ruled out, not ruling out,
        would consider, might, may be able, could be, explore whether, explore ways, see about, study whether, in two minds, mull over, on the table
        """);

    public static readonly PhraseTable LeftOpen = new("""
        not rule out, not ruled out, not ruling out, not rule it out, not ruled it out, not rule that out, not reject the idea, not exclude, open to discussion, open to discussing, open to considering, nothing is ruled out
        """);

    /// <summary>An act whose object is only a look at the matter.</summary>
    public static readonly PhraseTable ReviewNouns = new("""
        a review of, a review, a study of, a study on, a study, a consultation, a consultation on, consultations, discussions, talks, an inquiry, an examination, a feasibility study, feasibility, a dialogue, an evaluation, a fact-finding, an assessment of, a working group, a task force, a further look, a discussion, further consideration, further study, further review
        """);

    /// <summary>What was done before the meeting answers nothing new.</summary>
    public static readonly PhraseTable Past = new("""
        last year, last month, last spring, last summer, last autumn, last fall, last winter, last week, years ago, months ago, weeks ago, a year ago, year ago, month ago, previously, in the past, for years, long ago, since last, years earlier
        """);

    public static readonly PhraseTable DecidedTo = new("decided to, has decided to, have decided to, had decided to, voted to, resolved to, decision to");

    public static readonly PhraseTable Preparing = new("""
        in preparation, in the making, in the pipeline, being drafted, being prepared, being drawn up, being finalised, being finalized, being developed, being written, being designed, being built, being revised, being amended, under preparation, under development, under way, underway, in progress,
        working on, works on, at work on, at work on, in the process of, in drafting, a draft is, a draft exists, drafting, finalising, finalizing, drawing up, preparing, has commissioned, have commissioned, has tendered, work has begun, work has started, work is under
        """);

    public static readonly PhraseTable WillPursue = new("""
        plan to, plans to, planned to, planning to, expect to, expects to, intend to, intends to, intended to, intending to, has plans to, have plans to, promise to, promised to, promises to, pledge to, pledged to, pledges to, commit to, committed to, commits to, vowed to, vows to, undertook to, undertakes to,
        agreed in principle to, agreed to, agrees to, agree to, determined to, due to be, due out, set to be, scheduled to, scheduled for, slated for, expected to be, expected in, expected by, on course to, going ahead with, to be published, to be announced, to be launched, to be expanded, to be introduced, to be extended, to be released, to be raised,
        to be amended, to be opened, to be simplified, to be reduced, to be completed, to be issued, to be set up, to be finalised, to be added, to be provided, to be shortened, to be revised, to be cut, to be held, to be sent, to be updated, to be removed, to be fixed, to be delivered, to be submitted,
        will follow, would follow, will be out, would be out, will come, would come, will write to you, find their way into, find its way into, write to you, write to the, will do so, will do that, aim is to publish
        """);

    public static readonly PhraseTable Decided = new("""
        ~apply from, ~apply as of, ~apply since, ~take effect, took effect, taking effect, takes effect, ~enter into force, ~come into force, comes into force, came into force, ~come into effect, in force from, effective from, effective on, ~sign off, signed off, signed off on, put in place,
        ~approve the, ~approve a, decided on, decided that, ~adopt the, adopted a, ~abolish the, has been approved, have been approved, has been signed, was approved, were approved, was adopted, were adopted, ~scrap the, scrapped a, ~lift the, ~waive the, signed into law, ~enact the, ~pass the bill, gave the green light, given the green light,
        gave its approval, gave approval, ~ratify the, ~endorse the plan, ~confirm the, finalised the, finalized the, starts on, start on, begins on, opens on, open on, in place
        """);

    /// <summary>No answer yet, and no refusal.</summary>
    public static readonly PhraseTable Unsaid = new("too early to say, too soon to say, too early to tell, too soon to tell");

    public static readonly PhraseTable Declined = new("""
        no plan to, no plans to, no plans for, no plan for, no intention of, no intention to, not plan to, not planning to, not intend to, not intending to, not possible, not be possible, not feasible, not be feasible, not appropriate, not be appropriate, not in a position to, not able to, unable to,
        could not agree, can not agree, cannot agree, could not accept, cannot accept, can not accept, could not support, cannot support, cannot be, could not be, can not be, cannot, will not be, will not, would not be, would not, not going to, not willing to, not prepared to, not ready to, unwilling to, ~rule out, ruled that out, ruled it out, ~reject the, ~reject a, rejected, ~refuse to, ~decline to,
        hands were tied, hands are tied, premature, too early, too soon, out of the question, off the table, not the time, not the right time, no room for, no scope for, no money for, no budget for, no case for, no need for, no need to, not an option, not on the agenda, not under consideration, not negotiable, stop short of, turned down, not be granted, impossible, not support, not acceptable, not realistic, difficult to accept, hard to accept, not a priority, not be reopened
        """);

    public static readonly PhraseTable Explained = new("""
        already, may already, is possible under, are possible under, possible under the, under current rules, under the current, under existing, under current law, current rules allow, existing rules allow, the law allows, the law already, no date has, no date had, no timetable has, no decision has, no decision had, not been decided, not been set, not decided, not set a, not yet, no decision, not determined, not been determined, remains to be, not yet been, not yet decided, not decided yet, has always, have always, exists, has been in place since, in place since, since last year, not true, not correct, not the case, a misunderstanding, no longer needed, no longer required, is not required, are not required, not needed, is allowed, are allowed, is permitted, was updated in, were updated in, can apply, can be used, are free to, is free to, have been able
        """);

    public static readonly FrozenSet<string> HearVerbs = Lexicon.Words("hear listen note understand appreciate recognise recognize acknowledge respect remember");

    public static readonly FrozenSet<string> ReviewVerbs = Lexicon.Words("""
        consider review examine study explore assess check discuss weigh think look evaluate analyse analyze investigate reconsider revisit rethink consult monitor audit try strive seek hope aim test mull see talk negotiate reflect-on
        follow compare reassess reexamine endeavour ponder watch ask urge convey relay speak liaise engage brainstorm canvass survey
        """);

    /// <summary>Progressive forms that tell of no work on the thing asked for.</summary>
    public static readonly FrozenSet<string> IdleVerbs = Lexicon.Words("be have get become stay turn fall rise grow go come run stop lose ask say tell face do give meet wait delay spread remain fail use slow hold show reach");

    public static readonly FrozenSet<string> DecisionVerbs = Lexicon.Words("""
        approve decide adopt abolish scrap lift waive sign enact pass ratify introduce launch establish allocate set extend expand amend repeal remove create open raise cut reduce exempt finalise finalize secure grant publish issue
        ease double triple halve simplify authorise authorize implement complete agree cancel suspend postpone shorten relax revise update widen increase fund
        """);
}
