using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Nodes;

namespace Networks.Web.Infrastructure.Nodes;

/// <summary>The keys of sessions and forms in the database; read rarely, written every few weeks.</summary>
internal sealed class DatabaseKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var stored = scope.ServiceProvider.GetRequiredService<NetworksDbContext>().SharedKeys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToList();
        return [.. stored.Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var scope = scopes.CreateScope();
        using var turn = Turn(scope);
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        db.Add(new SharedKey(Ids.New(clock), friendlyName, element.ToString(SaveOptions.DisableFormatting), clock.GetUtcNow()));
        db.SaveChanges();
    }

    // The interface knows no waiting without a thread; it is called a few times in a year.
    private static IDisposable Turn(IServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None).GetAwaiter().GetResult()
        ?? throw new TimeoutException("The database was busy for too long.");
}
