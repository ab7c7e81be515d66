using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>Labels and words of transcripts.</summary>
internal static class TurnLexicon
{
    /// <summary>Printed questions and answers name nobody.</summary>
    public static readonly FrozenSet<string> QuestionMarks = Lexicon.Words("q a question answer");

    public static readonly FrozenSet<string> Anonymous = Lexicon.Words("speaker participant voice unknown unidentified attendee panellist panelist audience caller guest respondent interviewee");

    public static readonly FrozenSet<string> Roles = Lexicon.Words("""
        chair chairman chairwoman chairperson moderator facilitator witness minister secretary commissioner member clerk host official ministry secretariat director deputy vice presenter rapporteur
        """);

    public static readonly FrozenSet<string> Presiding = Lexicon.Words("chair chairman chairwoman chairperson moderator facilitator clerk speaker");

    /// <summary>Labels of notes, not of people.</summary>
    public static readonly FrozenSet<string> Headings = Lexicon.Words("""
        notes note agenda action actions date time place venue subject re response responses request requests ask asks concern concerns summary background outcome decision decisions question answer q a
        present apologies attendees participants photo source contact tel email topic item next result results update correction warning tip
        """);

    /// <summary>Plain trouble: in a transcript only such words make a complaint.</summary>
    public static readonly FrozenSet<string> Trouble = Lexicon.Words("""
        lack lacks lacking shortage shortages delay delays delayed backlog backlogs bottleneck barrier barriers burden burdens burdensome expensive unaffordable costly
        cannot unable impossible struggle struggles struggling difficult difficulty difficulties problematic unclear ambiguous confusing inconsistent outdated obsolete unrealistic unworkable unfair
        unsafe uncertain uncertainty unstable unreliable unusable unpredictable insufficient inadequate ineffective inefficient slow excessive onerous cumbersome complicated
        fail fails failed failing failure failures harm harms harmful hurting suffer suffering worse worsening stuck stalled blocked hinder hinders hampered obstacle obstacles hurdle hurdles
        bankrupt bankruptcy missing gap gaps ignored neglected overlooked excluded fear fears worried worry concerned frustrated frustrating frustration alarming
        overwhelmed overstretched understaffed underfunded shortfall crash crashes faulty vulnerable losing lose afraid scared danger dangerous threat threatens desperate broke
        unacceptable disastrous catastrophic crisis penalized penalised abandoned
        """);

    public static readonly PhraseTable Outages = new("out of service, out of order, out of action, out of stock, out of reach, out of date, out of control, out of business, out of pocket, out of work, off the road, off air, at breaking point, at a standstill, on its knees, on our knees, at capacity, at risk, no one to, nowhere to, nothing to");

    public static readonly PhraseTable Paraphrase = new("""
        you said, you are telling, you told, you have said, you mentioned, you are saying, you have told, you claim, you claimed, you suggested, you indicated, you stated, the minister said, the member said, he said, she said, they said, he says, she says, they say, people say, some say, you say, are not you, do not you, is not it, will not you
        """);

    public static readonly PhraseTable Prefix = new("""
        what i said is that, what i said was that, what i am saying is that, what i meant is that, my point is that, my concern is that, our concern is that, the problem is that, my worry is that, our worry is that, i would say that, i think that, i think, we think that, we think, i believe that, i believe, we believe that,
        the fact is that, the truth is that, i am worried that, we are worried that, i am concerned that, we are concerned that, i fear that, we fear that, i am afraid that, right, yes, no, well, okay, so, mr. chair, madam chair, thank you, again, and, but, honestly, frankly, of course, indeed, now, sure, certainly, absolutely, to be honest, in fact, mr. speaker, minister, chair
        """);

    public static readonly PhraseTable Courtesy = new("thank you, thanks, order please, good morning, good afternoon, good evening, pleased to, happy to be, the floor goes, point of order, i move that, agenda item, welcome to, we will now, we will move, we will proceed, we will go, we will hear, we will start, we will turn, we will take, we will come back, i will hand over, i will turn to, go ahead, let us move, moving on, next question, i will ask, i will start, i will be brief, i will stop, i will finish, i will repeat, i will answer, i will just, i will come to, i will try to, we will try to answer, i will say, i will add, i will bring in, i will leave, i will pass, i will give, we will see, i will conclude, i will begin, i will continue, i will let, i will read, i will quote, i will speak, we will break, we will suspend, we will resume, we will close, we will end");

    public static readonly PhraseTable Papers = new("circulate the minutes, circulate the notes, circulate the slides, circulate minutes, circulate notes, share the minutes, share the notes, share the slides, send the minutes, send the notes, send the slides, send round the minutes, distribute the minutes");

    public static readonly PhraseTable OwnVoice = new("we will, i will, we are, we have, we shall, i am going, i have asked, we can not, we cannot, i can not, i cannot, the ministry, the government, the department, our government, our ministry, our department, i take, we take, i hear, i understand, we understand, we hear, i note, we note, noted, we plan, we intend, i commit, we commit, there is no, there are no, i share, we appreciate, i appreciate, point taken, a draft, we had, we did, i do not, we do not, the agency, the commission, the regulation, the rule, the guideline, the guidelines, the scheme, the budget, it is already, that is already, it will, that will");
}
