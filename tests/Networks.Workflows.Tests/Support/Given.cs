using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Programmes;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Tests.Support;

/// <summary>
/// The real container on a real database with a fixed clock. Its methods speak the glossary; a part of it per phase
/// lies in <c>Given.&lt;Phase&gt;.cs</c>.
/// </summary>
public sealed partial class Given : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly IAsyncDisposable[] _owned;

    private Given(TestDatabase database, Action<IServiceCollection>? more)
    {
        Clock = StartingClock();
        Files = new MemoryFiles();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IFileStore>(Files);
        services.AddSingleton(new PublicAddress(new Uri("https://networks.example/")));
        database.AddTo(services);
        services.AddNetworksWorkflows();
        more?.Invoke(services);
        var provider = services.BuildServiceProvider(validateScopes: true);
        _services = provider;
        _owned = [provider, database];
    }

    private Given(IServiceProvider services, FixedClock clock, MemoryFiles files)
    {
        _services = services;
        Clock = clock;
        Files = files;
        _owned = [];
    }

    public FixedClock Clock { get; }

    public MemoryFiles Files { get; }

    /// <summary>Tuesday 10 March 2026, noon in Italy.</summary>
    public static FixedClock StartingClock() => new(new DateTimeOffset(2026, 3, 10, 11, 0, 0, TimeSpan.Zero));

    /// <summary>Who sends the next request.</summary>
    public Actor Actor { get; set; } = Actor.Nobody;

    public ProgrammeId Programme { get; private set; }

    public IServiceProvider Services => _services;

    /// <summary>The programme PAL with the desks Lecco, Como and Monza, one officer each; nobody acts yet.</summary>
    public static async Task<Given> NewAsync(Action<IServiceCollection>? more = null)
    {
        var given = new Given(await TestDatabase.NewAsync(), more);
        await given.SeedAsync();
        return given;
    }

    /// <summary>The same vocabulary over a service that runs already, with the same desks.</summary>
    public static async Task<Given> OverAsync(IServiceProvider services, FixedClock clock, MemoryFiles files)
    {
        var given = new Given(services, clock, files);
        await given.SeedAsync();
        return given;
    }

    public Officer Lecco { get; private set; } = null!;

    public Officer Como { get; private set; } = null!;

    public Officer Monza { get; private set; } = null!;

    /// <summary>Sends a request as <see cref="Actor"/>, in a scope of its own as a web request has.</summary>
    public async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends as somebody without becoming them: several can act at once.</summary>
    public async Task<Result<T>> SendAsAsync<T>(Actor who, IRequest<Result<T>> request)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = who;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends as an officer and expects that it is done.</summary>
    public async Task<T> DoneAsync<T>(Officer officer, IRequest<Result<T>> request)
    {
        Actor = Actor.Of(officer);
        var answer = await SendAsync(request);
        Assert.True(answer.Ok, answer.Refusal?.Code);
        return answer.Value;
    }

    /// <summary>Reads the database as it is.</summary>
    public async Task<T> ReadAsync<T>(Func<NetworksDbContext, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }

    /// <summary>Writes facts that no use case of the test is about.</summary>
    public async Task WriteAsync(Func<NetworksDbContext, Task> write)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        await write(db);
        await db.SaveChangesAsync();
    }

    /// <summary>The case's tasks in the order of their opening: "prepare-text Open", "decide-on-text Done approved"…</summary>
    public Task<List<string>> TasksAsync(CaseId caseId) => ReadAsync(async db =>
    {
        var items = await db.WorkItems.Where(i => i.CaseId == caseId).ToListAsync();
        return items.OrderBy(i => i.Id.Value).Select(i => i.Outcome is null ? $"{i.Name} {i.Status}" : $"{i.Name} {i.Status} {i.Outcome}").ToList();
    });

    /// <summary>Names of the case's history, oldest first.</summary>
    public Task<List<string>> HistoryAsync(CaseId caseId) => ReadAsync(db =>
        db.CaseEvents.Where(e => e.CaseId == caseId).OrderBy(e => e.Number).Select(e => e.Name).ToListAsync());

    /// <summary>A firm held by an officer's association, entered in the register, with mailbox and representative.</summary>
    /// <param name="number">1 to 9: makes its identifiers, which are valid and invented.</param>
    public async Task<FirmId> FirmAsync(Officer holder, int number, string? name = null, string reaProvince = "LC")
    {
        ArgumentNullException.ThrowIfNull(holder);
        var vat = InventedIdentifiers.Vat(number);
        var firm = new Firm(FirmId.New(Clock), holder.AssociationId, name ?? $"Alfa {number} Srl", vat)
        {
            VatNumber = vat,
            LegalForm = LegalForm.Srl,
            ReaProvince = reaProvince,
            ReaNumber = 200000 + number,
            RegisterStatus = RegisterStatus.Entered,
            RegisterCheckedOn = new DateOnly(2026, 3, 1),
            Seat = new PostalAddress("Via Invenzione", $"{number}", "23900", "Lecco", reaProvince),
            CertifiedEmail = $"firm{number}@pec.example",
            Email = $"firm{number}@mail.example",
            Phone = "0341 000000",
            ContactName = $"Contatto {number}",
            PrivacyNoticeOn = new DateOnly(2026, 3, 1),
            PrivacyNoticeHow = "telefono",
        };
        firm.Appoint(new LegalRepresentative(Ids.New(Clock), $"Rappresentante Numero{number}", InventedIdentifiers.Person(number), new DateOnly(2020, 1, 1)) { Office = "amministratore unico" });
        firm.Give(new Consent(Ids.New(Clock), ConsentPurpose.Contact, new DateOnly(2026, 3, 1), null, "telefono"));
        await WriteAsync(db =>
        {
            db.Add(firm);
            return Task.CompletedTask;
        });
        return firm.Id;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
        {
            await owned.DisposeAsync();
        }
    }

    private async Task SeedAsync()
    {
        var lead = AssociationId.New(Clock);
        Programme = ProgrammeId.New(Clock);
        await WriteAsync(db =>
        {
            db.Add(new Programme(Programme, "PAL", "Punto Alleanze Lombardia", new LeadPartner(lead)) { Territory = "Lombardia" });
            db.Add(new Association(lead, Programme, "Assolombarda", "Desk di Milano", AssociationKind.Desk));
            Lecco = Desk(db, "Lecco", "anna.riva");
            Como = Desk(db, "Como", "bruno.testa");
            Monza = Desk(db, "Monza", "carla.brambilla");
            return Task.CompletedTask;
        });

        Officer Desk(NetworksDbContext db, string town, string mailbox)
        {
            var association = new Association(AssociationId.New(Clock), Programme, $"Associazione {town}", $"Desk di {town}", AssociationKind.Desk) { Email = $"desk.{town.ToLowerInvariant()}@mail.example", Phone = "0341 000000" };
            db.Add(association);
            var officer = new Officer(OfficerId.New(Clock), association.Id, $"Persona {town}", $"{mailbox}@mail.example", OfficerRoles.Desk);
            db.Add(officer);
            return officer;
        }
    }
}
