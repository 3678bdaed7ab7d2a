using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Faults;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Data.Operations;
using Networks.Data.Programmes;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>What the first administrator tells of themselves and of their programme.</summary>
internal sealed record FirstAdministratorFacts(
    string? FullName, string? Email, string? Password, string? Programme, string? Association, string? Desk, string Language);

/// <summary>
/// Makes the first account of an empty service together with the programme and the association it belongs to.
/// Possible exactly once: afterwards people are invited.
/// </summary>
internal sealed class FirstAdministrator(NetworksDbContext db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>The id under which it is noted as done: of two that come at once, at one node or at two, the database takes one.</summary>
    private static readonly Guid _once = new("01985b7e-0000-7000-8000-000000000001");

    /// <summary>Whether the service still waits for its first account.</summary>
    public async Task<bool> IsMissingAsync() => !await db.Users.AnyAsync();

    /// <returns>Refusals by field: <c>security.missing-*</c>, <c>security.email-wrong</c>, the password's; <c>security.setup-done</c>.</returns>
    public async Task<Result<Done>> CreateAsync(FirstAdministratorFacts facts)
    {
        var refusals = Check(facts).ToList();
        var email = facts.Email?.Trim().ToLowerInvariant() ?? "";
        var account = new Account { Id = OfficerId.New(clock).Value, UserName = email, Email = email, EmailConfirmed = true };
        refusals.AddRange(await Passwords.CheckAsync(accounts, account, facts.Password ?? ""));
        if (Refusal.Together(refusals) is { } refused)
        {
            return refused;
        }

        if (!await IsMissingAsync())
        {
            return new Refusal(RefusalKind.Conflict, "security.setup-done");
        }

        var lead = AssociationId.New(clock);
        var programme = new Programme(ProgrammeId.New(clock), Code(facts.Programme!), facts.Programme!, new LeadPartner(lead));
        var association = new Association(lead, programme.Id, facts.Association!, facts.Desk!, AssociationKind.Desk);
        var officer = new Officer(new OfficerId(account.Id), association.Id, facts.FullName!, email, OfficerRoles.Desk | OfficerRoles.Administrator) { Language = facts.Language };
        db.AddRange(programme, association, officer, new CompletedOperation(_once, nameof(FirstAdministrator), "", "", "", clock.GetUtcNow()));
        try
        {
            // Saves everything that was added: one transaction.
            var created = await accounts.CreateAsync(account, facts.Password!);
            return created.Succeeded ? Done.It : throw new InvalidOperationException(string.Join("; ", created.Errors.Select(e => e.Code)));
        }
        catch (DbUpdateException e) when (DatabaseFaults.Of(e) == DatabaseFault.DuplicateKey)
        {
            return new Refusal(RefusalKind.Conflict, "security.setup-done");
        }
    }

    private static IEnumerable<Refusal> Check(FirstAdministratorFacts facts)
    {
        (string Field, string? Value)[] needed =
        [
            ("programme", facts.Programme), ("association", facts.Association), ("desk", facts.Desk), ("name", facts.FullName),
        ];
        foreach (var (field, value) in needed.Where(n => string.IsNullOrWhiteSpace(n.Value)))
        {
            yield return new Refusal(RefusalKind.Invalid, $"security.missing-{field}") { Field = field };
        }

        if (!EmailAddress.TryParse(facts.Email, out _, out _))
        {
            yield return new Refusal(RefusalKind.Invalid, "security.email-wrong") { Field = "email" };
        }
    }

    private static string Code(string programme) => programme.Length <= 32 ? programme : programme[..32];
}
