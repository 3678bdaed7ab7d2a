using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Networks.Data.Saving;

/// <summary>The plans of a model's plain entity types, in an order in which a row comes after what it points to.</summary>
internal sealed class RowPlans
{
    private static readonly ConditionalWeakTable<IModel, RowPlans> _known = [];

    private readonly Dictionary<IEntityType, (RowPlan Plan, int Rank)> _plans = [];

    private RowPlans(IModel model)
    {
        var left = model.GetEntityTypes().ToList();
        // Types that point to one another in a ring never become free, and have no plan.
        while (left.Where(type => type.GetForeignKeys().All(k => k.PrincipalEntityType == type || !left.Contains(k.PrincipalEntityType))).ToList() is { Count: > 0 } free)
        {
            foreach (var type in free)
            {
                left.Remove(type);
                if (RowPlan.Of(type) is { } plan)
                {
                    _plans.Add(type, (plan, _plans.Count));
                }
            }
        }
    }

    public IEnumerable<RowPlan> All => _plans.Values.Select(p => p.Plan);

    public RowCommands Commands { get; } = new();

    /// <summary>New rows in the order of their tables, in each as they were added: one that another points to is added first.</summary>
    public IEnumerable<RowWriting> InOrder(IEnumerable<RowWriting> rows) => rows.OrderBy(r => _plans[r.Statement.Type].Rank);

    public RowPlan? PlanOf(IEntityType type) => _plans.TryGetValue(type, out var known) ? known.Plan : null;

    public static RowPlans Of(IModel model) => _known.GetValue(model, m => new RowPlans(m));

    /// <returns>The rows as they can be written one after the other; null when one of them is not for plain statements.</returns>
    public List<RowWriting>? Order(IEnumerable<IUpdateEntry> entries)
    {
        var rows = new List<(IUpdateEntry Entry, RowPlan Plan, int Rank)>();
        foreach (var entry in entries)
        {
            if (!_plans.TryGetValue(entry.EntityType, out var known) || !known.Plan.CanWrite(entry))
            {
                return null;
            }

            rows.Add((entry, known.Plan, known.Rank));
        }

        // In each table what has changed comes first: it may leave a place that a new row takes.
        return
        [
            .. rows.OrderBy(r => r.Rank).ThenBy(r => r.Entry.EntityState == EntityState.Added).GroupBy(r => r.Plan)
                .SelectMany(table => table.Key.ToItself.Count == 0 ? table.Select(r => r.Entry) : ParentsFirst(table.Key, table.Select(r => r.Entry)), (table, entry) => table.Key.Writing(entry)),
        ];
    }

    private static IEnumerable<IUpdateEntry> ParentsFirst(RowPlan plan, IEnumerable<IUpdateEntry> entries)
    {
        var left = entries.ToList();
        while (left.Count > 0)
        {
            var next = left.FindIndex(entry => entry.EntityState != EntityState.Added || !plan.ToItself.Any(key => left.Exists(other => other != entry && IsPrincipal(key, entry, other))));
            // A ring of rows: the database says what it thinks of it.
            next = Math.Max(next, 0);
            yield return left[next];
            left.RemoveAt(next);
        }
    }

    private static bool IsPrincipal(IForeignKey key, IUpdateEntry dependent, IUpdateEntry principal) =>
        principal.EntityState == EntityState.Added && dependent.GetCurrentValue(key.Properties[0]) is { } value && value.Equals(principal.GetCurrentValue(key.PrincipalKey.Properties[0]));
}
