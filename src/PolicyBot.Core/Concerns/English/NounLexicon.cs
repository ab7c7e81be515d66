using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>Nouns and titles that tell who may speak.</summary>
internal static class NounLexicon
{
    /// <summary>Titles that stand right before a name and mean an office of state.</summary>
    public static readonly FrozenSet<string> StateTitles = Lexicon.Words("""
        minister vice-minister secretary undersecretary commissioner governor premier mayor minister-designate chancellor ambassador
        """);

    public static readonly FrozenSet<string> TitleModifiers = Lexicon.Words("""
        deputy vice prime first second third assistant under junior senior acting interim former then science health finance industry trade education
        environment energy digital interior justice culture labour labor transport agriculture foreign defence defense parliamentary permanent executive
        managing associate assistant honorary director state general chief
        """);

    /// <summary>Titles before a name that say nothing of the side.</summary>
    public static readonly FrozenSet<string> Titles = Lexicon.Words("""
        mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady judge rev rev. hon hon. rt rt. honourable honorable madam madame mx mx. president chairman chairwoman
        chairperson chair director director-general engineer ceo cto cfo chief founder researcher attorney lawyer senator representative councillor
        councilor member delegate manager analyst doctor captain
        """);

    /// <summary>Nouns for one person, as in "the official" or "a founder".</summary>
    public static readonly FrozenSet<string> PersonNouns = Lexicon.Words("""
        minister vice-minister secretary undersecretary commissioner governor premier mayor official spokesman spokeswoman spokesperson bureaucrat civil-servant
        director director-general chair chairman chairwoman chairperson president head chief ceo cto cfo executive manager founder co-founder professor researcher scientist engineer
        developer entrepreneur owner lawyer attorney doctor physician nurse teacher student farmer fisherman driver designer analyst consultant advisor adviser expert
        participant attendee speaker panellist panelist delegate representative member witness guest operator employee worker shopkeeper inventor investor resident citizen
        user customer parent patient applicant maker grower author artist publisher broker trader lecturer dean rector senator councillor lawmaker deputy chairholder man woman person
        respondent contributor commenter attendant staffer moderator facilitator planner technician buyer supplier retailer
        """);

    public static readonly FrozenSet<string> StateRoles = Lexicon.Words("""
        minister vice-minister secretary undersecretary commissioner governor premier mayor official bureaucrat chair chairman chairwoman chairperson director-general moderator
        """);

    /// <summary>Nouns for a body of state: it answers and promises.</summary>
    public static readonly FrozenSet<string> StateBodies = Lexicon.Words("""
        ministry government agency commission department cabinet authority bureau regulator secretariat administration directorate state treasury parliament committee council office
        board inspectorate task-force taskforce ombudsman guard coastguard police customs watchdog brigade
        """);

    /// <summary>Nouns for a body that consults with the state.</summary>
    public static readonly FrozenSet<string> Bodies = Lexicon.Words("""
        company firm association lab laboratory start-up startup university institute union federation operator manufacturer supplier group maker vendor
        bank insurer retailer carrier hospital school college cooperative co-operative consortium alliance chamber foundation society network club charity ngo publisher broadcaster
        studio platform provider utility refinery brewery brewer shipyard developer contractor subsidiary parent venture corporation enterprise business conglomerate organisation organization
        centre center clinic museum library port airline airport exporter importer guild coalition forum league campaign team city county province district municipality village town
        """);

    /// <summary>Plural or mass nouns for people who speak together.</summary>
    public static readonly FrozenSet<string> Groups = Lexicon.Words("""
        centres centers laundries garages bakeries breweries dairies wineries museums libraries kindergartens nurseries pharmacies factories plants yards foundries mills mines shipyards
        respondents presenters organisers organizers hosts shippers growers participants attendees those everyone everybody all others many several some both most people industry sector firms companies makers businesses
        start-ups startups representatives delegates members researchers professors engineers scientists academics developers executives chiefs heads founders entrepreneurs
        owners managers operators manufacturers suppliers vendors exporters importers farmers growers fishers fishermen drivers doctors physicians nurses teachers students parents
        patients residents citizens locals neighbours neighbors villagers consumers users customers applicants workers employees unions associations federations
        universities institutes laboratories labs hospitals clinics schools colleges banks insurers lenders retailers shops shopkeepers merchants traders brokers publishers authors artists musicians
        broadcasters studios carriers utilities platforms providers contractors builders shipbuilders brewers bakers refiners miners airlines airports hauliers hotels restaurants
        panellists panelists speakers witnesses guests stakeholders investors lawyers campaigners activists advocates groups organisations organizations bodies charities ngos cooperatives
        co-operatives leaders ceos officials ministers ministries agencies regulators officers civil-servants cities counties provinces municipalities districts mayors governors
        women men youths seniors veterans inventors designers journalists editors translators pilots crews tenants landlords crowd floor audience side panel experts specialists practitioners
        """);

    public static readonly FrozenSet<string> StateGroups = Lexicon.Words("officials ministers ministries agencies regulators officers civil-servants");

    /// <summary>They comment from outside the room: the reporter's background, no party to a consultation.</summary>
    public static readonly FrozenSet<string> Outsiders = Lexicon.Words("""
        analyst analysts economist economists observer observers commentator commentators pundit pundits critic critics forecaster forecasters watchers reporter reporters journalist journalists
        media press newspaper newspapers outlet outlets report reports survey surveys poll polls study studies research data figures statistics
        headline headlines editorial editorials source sources rumour rumours insider insiders historian historians market markets
        """);

    public static readonly FrozenSet<string> Nobody = Lexicon.Words("nobody none neither no-one nothing no");

    public static readonly FrozenSet<string> Singular = Lexicon.Words("a an one another someone somebody each every");

    /// <summary>A capitalised row of words with one of these is a body, not a person.</summary>
    public static readonly FrozenSet<string> BodyNames = Lexicon.Words("""
        company companies association federation council institute agency university ministry department commission authority bureau office committee board bank cloud labs lab
        inc inc. ltd ltd. llc corp corp. co co. plc gmbh group holdings union chamber alliance forum centre center foundation society consortium network hospital electronics robotics software
        systems system energy power telecom telecoms telecommunications data technologies technology tech industries industry partners ventures capital motors motor chemical chemicals pharma pharmaceuticals
        bio biotech semiconductor semiconductors steel shipping airlines airways insurance securities media studio studios games entertainment logistics foods food
        college school academy corporation enterprise enterprises startup start-up firm operator organisation organization service services solutions digital mobility aerospace
        materials batteries battery solar wind nuclear health healthcare medical works networks platform platforms computing analytics robot robots ai cooperative league guild coalition secretariat cabinet government treasury
        parliament assembly senate congress province county municipality administration trust fund exchange press times daily post herald tribune
        textiles ferries farms knitwear mills dairy bakery brewery ceramics timber orchards fisheries seafood marine shipyard shipyards harbour rail railways trams buses machinery instruments optics publishing theatre travel tours hotels resorts retail stores supermarkets trading freight haulage couriers aviation
        mining cement builders housing properties fashion apparel footwear furniture plastics packaging recycling hydrogen refrigeration aquaculture agro poultry feeds seeds bikes cycles drones aerospace toys outdoors distillery catering laundry garage garages
        """);

    /// <summary>Of these the ones that alone are things, work or papers: they make a name only beside another word.</summary>
    public static readonly FrozenSet<string> CommonBodyNames = Lexicon.Words("""
        bank cloud lab labs inc corp co holdings union electronics robotics software systems system energy power telecom telecoms telecommunications data technologies technology tech industries industry partners ventures capital
        motors motor chemical chemicals pharma pharmaceuticals bio biotech semiconductor semiconductors steel shipping airlines airways insurance securities media studio studios games entertainment logistics foods food
        school college academy enterprise enterprises startup start-up service services solutions digital mobility aerospace materials batteries battery solar wind nuclear health healthcare medical works networks network platform platforms
        computing analytics robot robots ai trust fund exchange press times daily post herald tribune network hospital group
        """);

    /// <summary>They report what others say.</summary>
    public static readonly FrozenSet<string> Press = Lexicon.Words("press times daily post herald tribune news gazette chronicle telegraph guardian journal");

    /// <summary>Papers that speak for whoever wrote them: "Association B's submission calls for …".</summary>
    public static readonly FrozenSet<string> Papers = Lexicon.Words("submission submissions letter letters statement petition paper response comments memo memorandum brief proposal note");

    /// <summary>Bare capitals that are places or things and speak for nobody in a room.</summary>
    public static readonly FrozenSet<string> PlacesAndThings = Lexicon.Words("""
        seoul busan daegu incheon gwangju daejeon ulsan sejong jeju korea pangyo gyeonggi gangwon suwon changwon pohang asia europe america africa china japan india germany france britain england scotland ireland italy spain
        brussels washington london paris berlin tokyo beijing singapore taiwan vietnam canada australia russia ukraine mexico brazil
        quantum blockchain windows android internet python software hardware cloud robotics hydrogen electricity water oil gas steel solar demand supply trade tourism healthcare education
        agriculture farming fishing transport housing energy power data inflation exports imports growth privacy security safety compliance growth competition technology
        """);

    /// <summary>Names of bodies that go on with "of" or "for": Ministry of Science and ICT.</summary>
    public static readonly FrozenSet<string> BodyHeads = Lexicon.Words("""
        ministry department office bureau institute university bank association federation council chamber agency commission authority union board society centre center academy
        college alliance committee school foundation network house league city
        """);

    public static readonly FrozenSet<string> StateBodyNames = Lexicon.Words("""
        ministry department commission agency authority bureau cabinet government secretariat committee treasury parliament administration office regulator
        """);

    /// <summary>What ministries are called after: "Ministry of Oceans and Fisheries" goes on, "Ministry of Health and Hanbit Energy" does not.</summary>
    public static readonly FrozenSet<string> Fields = Lexicon.Words("""
        oceans fisheries energy industry trade transport infrastructure land health welfare science technology ict education sports tourism culture environment climate labor labour employment economy finance planning interior safety security justice unification defense
        defence startups smes gender family food rural affairs agriculture forestry resources communications innovation research universities skills housing communities growth commerce works veterans
        """);

    /// <summary>Work done for a body; "an official of Company A" and "Company A officials" speak as Company A.</summary>
    public static readonly FrozenSet<string> Staff = Lexicon.Words("""
        official officials spokesperson spokesman spokeswoman spokespeople representative representatives executive executives employee employees staff delegate delegates engineer engineers side
        researcher researchers manager managers lawyer lawyers delegation team member members people source sources insider officer officers
        """);

    /// <summary>Words that begin a sentence with a capital and are no names.</summary>
    public static readonly FrozenSet<string> NoNames = Lexicon.Words("""
        the a an this that these those it its he she they we i you his her their our my your there here who what when where why how which
        and or but nor yet so if while whereas although though because since as at by for from in into of on onto off over under up with within without to toward towards about after before during
        until till upon via per despite against among between across around beyond through throughout
        according asked regarding concerning responding replying answering speaking citing noting adding saying given turning commenting
        not no nobody none neither both all some any many most several few each every one two three four five six seven eight nine ten dozens hundreds
        elsewhere online offline overseas abroad nearby outside inside upstairs downstairs offstage backstage locally nationally regionally globally worldwide nationwide privately publicly officially unofficially anonymously
        also then later next first second third finally lastly firstly secondly meanwhile however moreover furthermore besides instead still again once now today yesterday tomorrow earlier
        thus therefore hence nevertheless nonetheless otherwise similarly likewise separately overall indeed perhaps maybe only even just
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
        yes okay ok right well thank thanks please good morning afternoon evening hello order sorry apologies item agenda notes minutes action actions decision decisions summary background
        question questions answer answers asks requests concerns responses response reply replies comment comments outcome next annex section q us eu can could will would should shall must do does did is are was were has have had
        another other others more less fewer very quite too such same own new old last past recent final initial early late following further additional
        industry participants attendees everyone everybody anyone anybody someone somebody ceo cto cfo coo ai it hr gpu npu cpu llm gdp faq pdf vat api ict sme smes gpus r&d ip tv iot esg q1 q2 q3 q4
        """);
}
