using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.ListPeople;

internal sealed class ListPeopleHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ListPeople, Result<IReadOnlyList<AssociationPeople>>>
{
    public async Task<Result<IReadOnlyList<AssociationPeople>>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var associations = await db.AssociationsOf(actor).AsNoTracking().ToListAsync(cancellationToken);
        var officers = await db.OfficersOf(actor).AsNoTracking().ToListAsync(cancellationToken);
        var ids = officers.Select(o => o.Id.Value).ToList();
        var accounts = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id))
            .Select(u => new { u.Id, HasPassword = u.PasswordHash != null, u.TwoFactorEnabled })
            .ToDictionaryAsync(u => u.Id, cancellationToken);
        var people = officers.OrderBy(o => o.FullName, StringComparer.CurrentCulture).Select(o => new Person(
            o.Id, o.AssociationId, o.FullName, o.Email, o.Roles, o.Language, o.IsDisabled,
            accounts.GetValueOrDefault(o.Id.Value)?.HasPassword == true,
            accounts.GetValueOrDefault(o.Id.Value)?.TwoFactorEnabled == true)).ToLookup(p => p.AssociationId);
        return associations.OrderBy(a => a.Kind).ThenBy(a => a.DeskName, StringComparer.CurrentCulture)
            .Select(a => new AssociationPeople(a.Id, a.Name, a.DeskName, a.Kind, [.. people[a.Id]])).ToList();
    }
}
