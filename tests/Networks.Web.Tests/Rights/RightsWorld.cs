using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.Discovery;
using Networks.Data.Drafts;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Filings;
using Networks.Data.Imports;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Data.Programmes;
using Networks.Data.Signing;
using Networks.Data.Work;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Access;
using Networks.Workflows.Casework.RecordNote;
using Networks.Workflows.Mail;
using Networks.Workflows.Processes;
using Networks.Workflows.Signatures;

namespace Networks.Web.Tests.Rights;

/// <summary>
/// One running service with a person of every role and four cases: Lecco's own, one that is shared with Lecco, one of
/// another programme, and one that does not exist.
/// </summary>
internal sealed class RightsWorld : IAsyncDisposable
{
    private static readonly DateOnly _day = new(2026, 3, 10);

    private RightsWorld(DeskApp desk) => Desk = desk;

    public DeskApp Desk { get; }

    public List<Person> People { get; } = [];

    public List<Place> Places { get; } = [];

    public Place Own => Places[0];

    public Place Shared => Places[1];

    public Place Foreign => Places[2];

    public Place Missing => Places[3];

    /// <param name="more">Replaces parts of the service.</param>
    public static async Task<RightsWorld> NewAsync(Action<WebApplicationBuilder>? more = null)
    {
        var world = new RightsWorld(await DeskApp.StartAsync(builder =>
        {
            builder.Services.AddSingleton<IMailTransport, KeptMailTransport>();
            more?.Invoke(builder);
        }));
        await world.SeedAsync();
        return world;
    }

    /// <summary>What a person is to a case, written down here and not asked of the product.</summary>
    public IReadOnlyList<Relation> Relations(Person person, Place place) => person.Name switch
    {
        "anonymous" or "firm in the case" or "firm elsewhere" => [Relation.Anonymous],
        "administrator" => [Relation.Administrator],
        "owner desk" => [place == Own ? Relation.OwnerDesk : place == Shared ? Relation.CoDesk : Relation.OtherDesk],
        "co-desk" => [place == Own ? Relation.CoDesk : place == Shared ? Relation.OwnerDesk : Relation.OtherDesk],
        "invited desk" => [place == Own ? Relation.InvitedDesk : Relation.OtherDesk],
        "other desk" => [Relation.OtherDesk],
        "lead" => place == Own || place == Shared ? [Relation.Lead] : [],
        "auditor" => place == Own || place == Shared ? [Relation.Auditor] : [],
        "expert" => place == Own || place == Shared ? [Relation.Expert] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(person), person.Name, null),
    };

    /// <summary>What a person is where no case is asked for.</summary>
    public static Relation Without(Person person) => person.Name switch
    {
        "anonymous" or "firm in the case" or "firm elsewhere" => Relation.Anonymous,
        "administrator" => Relation.Administrator,
        "lead" => Relation.Lead,
        "auditor" => Relation.Auditor,
        "expert" => Relation.Expert,
        _ => Relation.OtherDesk,
    };

    /// <summary>Whether the person's desk follows the firm of the case.</summary>
    public static bool Follows(Person person, Place place) => (person.Name, place.Name) is ("co-desk", "own") or ("owner desk", "shared");

    public async ValueTask DisposeAsync()
    {
        foreach (var person in People)
        {
            person.Client.Dispose();
        }

        await Desk.DisposeAsync();
    }

    private async Task SeedAsync()
    {
        var given = Desk.Given;
        var others = await MoreOfficersAsync();
        var abroad = others["abroad"];
        Places.Add(await PlaceAsync(await given.CaseInDraftingAsync(2), "own", given.Lecco, given.Como, given.Monza, 3));
        Places.Add(await PlaceAsync(await CaseAsync("N-2026-0002", given.Programme, given.Como), "shared", given.Como, given.Lecco, null, 5));
        Places.Add(await PlaceAsync(await CaseAsync("N-2026-0003", abroad.Programme, abroad.Officer), "foreign", abroad.Officer, null, null, 7));
        Places.Add(Place.NotThere(given.Clock));

        People.Add(new Person("anonymous", Desk.App.Client()));
        foreach (var (name, officer) in new[] { ("owner desk", given.Lecco), ("co-desk", given.Como), ("invited desk", given.Monza) })
        {
            People.Add(new Person(name, await Desk.ClientAsync(officer)));
        }

        foreach (var (name, other) in others.Where(o => o.Key != "abroad"))
        {
            People.Add(new Person(name, await Desk.ClientAsync(other.Officer)));
        }

        foreach (var (name, place) in new[] { ("firm in the case", Own), ("firm elsewhere", Foreign) })
        {
            var client = Desk.App.Client();
            await client.GetAsync(new Uri($"/f/{place.Token}", UriKind.Relative));
            People.Add(new Person(name, client));
        }
    }

    private async Task<Dictionary<string, (Officer Officer, ProgrammeId Programme)>> MoreOfficersAsync()
    {
        var given = Desk.Given;
        var made = new Dictionary<string, (Officer Officer, ProgrammeId Programme)>();
        await given.WriteAsync(db =>
        {
            Add("other desk", given.Programme, OfficerRoles.Desk);
            Add("lead", given.Programme, OfficerRoles.Lead);
            Add("auditor", given.Programme, OfficerRoles.Auditor);
            Add("expert", given.Programme, OfficerRoles.Expert);
            Add("administrator", given.Programme, OfficerRoles.Administrator);
            var abroad = ProgrammeId.New(given.Clock);
            var desk = Add("abroad", abroad, OfficerRoles.Desk);
            db.Add(new Programme(abroad, "ALE", "Art Lab Net", new LeadPartner(desk.AssociationId)));
            return Task.CompletedTask;

            Officer Add(string name, ProgrammeId programme, OfficerRoles roles)
            {
                var association = new Association(AssociationId.New(given.Clock), programme, $"Associazione {name}", $"Desk {name}", AssociationKind.Desk);
                var officer = new Officer(OfficerId.New(given.Clock), association.Id, $"Persona {name}", $"{name.Replace(' ', '.')}@mail.example", roles);
                db.AddRange(association, officer);
                made[name] = (officer, programme);
                return officer;
            }
        });
        await DeskApp.AccountAsync(Desk.App, [.. made.Values.Select(m => m.Officer)]);
        return made;
    }

    private async Task<CaseId> CaseAsync(string reference, ProgrammeId programme, Officer owner)
    {
        var given = Desk.Given;
        var id = CaseId.New(given.Clock);
        await given.WriteAsync(db =>
        {
            db.Add(new Case(id, reference, programme, owner.AssociationId, "verniciatura in comune", _day));
            db.Add(new EnterpriseNetwork(id, $"Rete {reference}") { Kind = NetworkKind.Contractual, Form = SignatureForm.DigitalStandardModel });
            return Task.CompletedTask;
        });
        await given.InEngineAsync(id, (engine, @case) => engine.StartAsync(@case, FormNetworkV1.ProcessName, default));
        return id;
    }

    /// <summary>
    /// Adds one of everything that an address can name. The own case is in drafting: no filing, no signed file and no frozen
    /// text yet. The others have their deed.
    /// </summary>
    private async Task<Place> PlaceAsync(CaseId id, string name, Officer owner, Officer? partner, Officer? invited, int firm)
    {
        var given = Desk.Given;
        var token = LinkToken.New();
        var draft = await given.DraftAsync(id);
        var kind = name == "own" ? RoundKind.Working : RoundKind.Final;
        var bytes = await given.Files.PutAsync("contratto"u8.ToArray());
        var participant = new Participant(ParticipantId.New(given.Clock), id, await given.FirmAsync(partner ?? owner, firm), (partner ?? owner).AssociationId, ParticipantStatus.Active, _day) { Order = 8 };
        var proposed = invited is null ? null : new Participant(ParticipantId.New(given.Clock), id, await given.FirmAsync(invited, firm + 1), invited.AssociationId, ParticipantStatus.Proposed, _day) { Order = 9 };
        var filing = new Filing(FilingId.New(given.Clock), id, participant.Id, "como-lecco", participant.DeskId);
        var duty = new Duty(Ids.New(given.Clock), id, "annual-statement", new DateOnly(2027, 3, 1), DutySource.Law, "D.L. 5/2009");
        var file = new StoredFile(FileId.New(given.Clock), bytes.Sha256, bytes.SizeBytes, "contratto.docx", "application/octet-stream", given.Clock.GetUtcNow()) { CaseId = id };
        var signed = new SignedFile(Ids.New(given.Clock), id, draft, file.Id, SignatureVerdict.Indeterminate, Report(given.Clock), given.Clock.GetUtcNow());
        var mail = new OutboxMessage(Ids.New(given.Clock), "drafting.round-opened", "impresa@mail.example", "La Sua risposta", "Buongiorno", given.Clock.GetUtcNow()) { CaseId = id };
        var list = new StoredFile(FileId.New(given.Clock), (await given.Files.PutAsync("nome,cf"u8.ToArray())).Sha256, 7, "soci.csv", "application/octet-stream", given.Clock.GetUtcNow());
        var import = new FirmImport(Ids.New(given.Clock), participant.DeskId, list.Id, "soci.csv", given.Clock.GetUtcNow()) { Columns = ["name", "tax-code"] };
        var shown = await given.FirmAsync(partner ?? owner, firm + 20);
        var card = new SearchEntry(shown, participant.DeskId) { Division = "28", Shared = "xcit0", CardKey = Ids.New(given.Clock), ShownUntil = DateOnly.MaxValue };
        var introduction = new Introduction(Ids.New(given.Clock), id, shown, owner.AssociationId, participant.DeskId, _day) { LastDay = _day.AddDays(30), Message = "Ci conosciamo?", Card = "28 xcit0" };
        var need = new NeedCall(Ids.New(given.Clock), id, owner.AssociationId, "Serve chi vernici", _day, _day.AddDays(30));
        var change = new NetworkChange(Ids.New(given.Clock), id, ChangeKind.Withdrawal, _day) { ParticipantId = participant.Id };
        var closing = new NetworkChange(Ids.New(given.Clock), id, ChangeKind.Closing, _day) { Cause = "all-agree" };
        var item = Guid.Empty;
        await given.WriteAsync(async db =>
        {
            // A task of the partner's desk: the leading one may hand it over as well.
            var task = await db.WorkItems.FirstAsync(i => i.CaseId == id && i.Status == WorkItemStatus.Open);
            (task.DeskId, item) = (participant.DeskId, task.Id.Value);
            db.AddRange(participant, duty, file, mail, list, import, card, introduction, need, change, closing);
            if (kind == RoundKind.Final)
            {
                db.AddRange(filing, signed, new Deed(id, SignatureForm.DigitalStandardModel, _day, draft));
                (await db.Cases.SingleAsync(c => c.Id == id)).DeedOn = _day;
                (await db.Drafts.SingleAsync(d => d.Id == draft)).Freeze(file.Id, bytes.Sha256);
            }

            if (proposed is not null)
            {
                db.Add(proposed);
            }

            var round = new ApprovalRound(RoundId.New(given.Clock), id, 1, draft, kind, _day.AddDays(14), given.Clock.GetUtcNow());
            round.Ask(participant.Id);
            db.Add(round);
            db.Add(new FirmLink(Ids.New(given.Clock), id, participant.Id, LinkToken.Hash(token), _day.AddDays(30), given.Clock.GetUtcNow()));
        });
        var note = await given.DoneAsync(owner, new RecordNote(Ids.New(given.Clock), id, NoteChannel.Call, null, null, "has-doubts", "Chiedono del fondo", null, null, null, false));
        return new Place(name, id.Value, token, Lacking(name), new(StringComparer.OrdinalIgnoreCase)
        {
            ["participant"] = participant.Id.Value.ToString(),
            ["living"] = participant.Id.Value.ToString(),
            ["proposed"] = (proposed ?? participant).Id.Value.ToString(),
            ["firm"] = participant.FirmId.Value.ToString(),
            ["import"] = import.Id.ToString(),
            ["export"] = Ids.New(given.Clock).ToString(),
            ["card"] = name == "foreign" ? Ids.New(given.Clock).ToString() : $"{card.CardKey}",
            ["introduction"] = introduction.Id.ToString(),
            ["need"] = need.Id.ToString(),
            ["change"] = change.Id.ToString(),
            ["closing"] = closing.Id.ToString(),
            ["amended"] = closing.Id.ToString(),
            ["filing"] = filing.Id.Value.ToString(),
            ["item"] = $"{item}",
            ["duty"] = duty.Id.ToString(),
            ["file"] = file.Id.Value.ToString(),
            ["signed"] = signed.Id.ToString(),
            ["mail"] = mail.Id.ToString(),
            ["person"] = owner.Id.Value.ToString(),
            ["number"] = $"{note.Event}",
        });
    }

    // People of another programme are not there for this one's administrator; no network is in effect, so none has a life or an amendment yet; nothing was exported.
    private static HashSet<string> Lacking(string name) => name switch
    {
        "own" => ["filing", "signed", "frozen", "living", "amended", "export"],
        "foreign" => ["person", "card", "living", "amended", "export"],
        _ => ["living", "amended", "export"],
    };

    private static string Report(TimeProvider clock) =>
        new SignatureReport(SignatureVerdict.Indeterminate, [new Finding(SignatureVerdict.Indeterminate, "no-anchors", [])], [], [], 1, null, "", clock.GetUtcNow()).ToJson();
}

/// <summary>Somebody who asks, with the session they have.</summary>
internal sealed record Person(string Name, HttpClient Client)
{
    public bool IsSignedIn => Name is not ("anonymous" or "firm in the case" or "firm elsewhere");
}

/// <summary>A case that is asked for, with one id of everything in it by the name of the route value.</summary>
/// <param name="Token">The link of a firm in it.</param>
/// <param name="Lacks">The parts that are not there, for nobody, though they have an id to ask for.</param>
internal sealed record Place(string Name, Guid Id, string Token, IReadOnlySet<string> Lacks, Dictionary<string, string> Parts)
{
    public static Place NotThere(TimeProvider clock) => new("missing", Ids.New(clock), LinkToken.New(), new HashSet<string> { "token", "person", "mail", "export" }, new(StringComparer.OrdinalIgnoreCase)
    {
        ["participant"] = Ids.New(clock).ToString(),
        ["living"] = Ids.New(clock).ToString(),
        ["proposed"] = Ids.New(clock).ToString(),
        ["firm"] = Ids.New(clock).ToString(),
        ["import"] = Ids.New(clock).ToString(),
        ["export"] = Ids.New(clock).ToString(),
        ["card"] = Ids.New(clock).ToString(),
        ["introduction"] = Ids.New(clock).ToString(),
        ["need"] = Ids.New(clock).ToString(),
        ["change"] = Ids.New(clock).ToString(),
        ["closing"] = Ids.New(clock).ToString(),
        ["amended"] = Ids.New(clock).ToString(),
        ["filing"] = Ids.New(clock).ToString(),
        ["item"] = Ids.New(clock).ToString(),
        ["duty"] = Ids.New(clock).ToString(),
        ["file"] = Ids.New(clock).ToString(),
        ["signed"] = Ids.New(clock).ToString(),
        ["mail"] = Ids.New(clock).ToString(),
        ["person"] = Ids.New(clock).ToString(),
        ["number"] = "1",
    });
}
