using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Officers;
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
    private static readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether the service still waits for its first account.</summary>
    public async Task<bool> IsMissingAsync() => !await db.Users.AnyAsync();

    /// <returns>Refusals by field: <c>security.missing-*</c>, <c>security.email-wrong</c>, the password's; <c>security.setup-done</c>.</returns>
    public async Task<Result<Done>> CreateAsync(FirstAdministratorFacts facts)
    {
        var refusals = Check(facts).ToList();
        var email = facts.Email?.Trim().ToLowerInvariant() ?? "";
        var account = new Account { Id = OfficerId.New(clock).Value, UserName = email, Email = email, EmailConfirmed = true };
        refusals.AddRange(await Passwords.CheckAsync(accounts, account, facts.Password ?? ""));
        if (refusals.Count > 0)
        {
            return refusals[0] with { Others = refusals[1..] };
        }

        await _one.WaitAsync();
        try
        {
            if (!await IsMissingAsync())
            {
                return new Refusal(RefusalKind.Conflict, "security.setup-done");
            }

            var lead = AssociationId.New(clock);
            var programme = new Programme(ProgrammeId.New(clock), Code(facts.Programme!), facts.Programme!, new LeadPartner(lead));
            var association = new Association(lead, programme.Id, facts.Association!, facts.Desk!, AssociationKind.Desk);
            db.AddRange(programme, association, new Officer(new OfficerId(account.Id), association.Id, facts.FullName!, email, OfficerRoles.Desk | OfficerRoles.Administrator) { Language = facts.Language });

            // Saves everything that was added: one transaction.
            var created = await accounts.CreateAsync(account, facts.Password!);
            return created.Succeeded ? Done.It : throw new InvalidOperationException(string.Join("; ", created.Errors.Select(e => e.Code)));
        }
        finally
        {
            _one.Release();
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
