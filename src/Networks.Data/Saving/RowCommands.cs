using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Storage;

namespace Networks.Data.Saving;

/// <summary>Commands that write rows, one or several in one round trip; composed once for each row of statements.</summary>
internal sealed class RowCommands
{
    /// <summary>Beyond it a command is composed and forgotten: acts on many rows come in any number.</summary>
    private const int Kept = 1000;

    private readonly ConcurrentDictionary<Statements, IRelationalCommand> _commands = [];

    public IRelationalCommand Of(IReadOnlyList<RowWriting> rows, ISqlGenerationHelper sql, IRelationalCommandBuilderFactory commands)
    {
        var statements = new Statements([.. rows.Select(r => r.Statement)]);
        if (_commands.TryGetValue(statements, out var known))
        {
            return known;
        }

        var command = Compose(statements, sql, commands);
        return _commands.Count < Kept ? _commands.GetOrAdd(statements, command) : command;
    }

    private static IRelationalCommand Compose(Statements statements, ISqlGenerationHelper sql, IRelationalCommandBuilderFactory commands)
    {
        var command = commands.Create();
        var first = 0;
        foreach (var (i, statement) in statements.All.Index())
        {
            command.Append(i == 0 ? "" : ";\n");
            statement.AppendTo(command, sql, first);
            first += statement.Columns.Length;
        }

        return command.Build();
    }

    private readonly struct Statements(RowStatement[] all) : IEquatable<Statements>
    {
        public RowStatement[] All => all;

        public bool Equals(Statements other) => all.AsSpan().SequenceEqual(other.All);

        public override bool Equals(object? obj) => obj is Statements other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var statement in all)
            {
                hash.Add(statement);
            }

            return hash.ToHashCode();
        }
    }
}
