using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.SqlServer;

#pragma warning disable EF1001 // the one place where every query passes as the code wrote it
namespace Networks.SqlServer.Tests.WithoutServer;

/// <summary>
/// Runs each query on the embedded database as always, and has the SQL Server provider translate the same query. Its
/// statement is kept and never sent: there is no server.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "made by EF")]
internal sealed class BothDialects(
    IQueryContextFactory contexts, ICompiledQueryCache cache, ICompiledQueryCacheKeyGenerator keys, IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> log, ICurrentDbContext current, IEvaluatableExpressionFilter filter, IModel model)
    : QueryCompiler(contexts, cache, keys, database, log, current, filter, model)
{
    /// <summary>Every statement once.</summary>
    public static ConcurrentDictionary<string, byte> Statements { get; } = new();

    /// <summary>What the SQL Server provider could not translate, with its reason.</summary>
    public static ConcurrentBag<string> Untranslated { get; } = [];

    public override TResult Execute<TResult>(Expression query)
    {
        Translate(query, (compiler, moved) => compiler.Execute<TResult>(moved));
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        Translate(query, (compiler, moved) => compiler.ExecuteAsync<TResult>(moved, CancellationToken.None));
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    private static void Translate<TResult>(Expression query, Func<IQueryCompiler, Expression, TResult> run)
    {
        using var there = new SqlServerNetworksDbContext(new DbContextOptionsBuilder<SqlServerNetworksDbContext>()
            .UseSqlServer("Server=never-opened", server => server.UseCompatibilityLevel(150))
            .AddInterceptors(new NoConnection(), new Keep()).Options);
        try
        {
            object? answer = run(there.GetService<IQueryCompiler>(), new MovedTo(there).Visit(query));
            if (answer is IRelationalQueryingEnumerable rows)
            {
                using var command = rows.CreateDbCommand();
                Statements.TryAdd(command.CommandText, 0);
            }
            else if (answer is Task task)
            {
                task.GetAwaiter().GetResult();
            }
        }
        catch (InvalidOperationException e) when (e.Message.StartsWith("Sequence contains no elements", StringComparison.Ordinal))
        {
            // Nobody answered, and the code wanted one row; the statement is kept.
        }
        catch (RawSqlException)
        {
            // Written for one database by hand.
        }
        catch (InvalidOperationException e)
        {
            Untranslated.Add($"{e.Message}\n{query}");
        }
    }

    /// <summary>The same query on the tables of another context.</summary>
    private sealed class MovedTo(DbContext context) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root when root.GetType() == typeof(EntityQueryRootExpression) =>
                new EntityQueryRootExpression(context.GetService<IAsyncQueryProvider>(), context.Model.FindEntityType(root.EntityType.Name)!),
            QueryRootExpression => throw new RawSqlException(),
            _ => base.VisitExtension(node),
        };

        private static readonly HashSet<Type?> _operators = [typeof(Queryable), typeof(EntityFrameworkQueryableExtensions), typeof(RelationalQueryableExtensions)];

        // A table that the query took from its context: db.Cases, db.Set<Case>(), or a query made before or elsewhere.
        protected override Expression VisitMember(MemberExpression node) => IsTable(node) ? Visit(Value(node)) : base.VisitMember(node);

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            IsTable(node) && !_operators.Contains(node.Method.DeclaringType) ? Visit(Value(node)) : base.VisitMethodCall(node);

        protected override Expression VisitConstant(ConstantExpression node) => node.Value is IQueryable table and not EnumerableQuery ? Visit(table.Expression) : node;

        private static bool IsTable(Expression node) => typeof(IQueryable).IsAssignableFrom(node.Type);

        private static Expression Value(Expression node) => Expression.Lambda<Func<IQueryable>>(node).Compile()().Expression;
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Keep : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Statements.TryAdd(command.CommandText, 0);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(ReaderExecuting(command, eventData, result));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Statements.TryAdd(command.CommandText, 0);
            return InterceptionResult<int>.SuppressWithResult(1);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(NonQueryExecuting(command, eventData, result));
    }

    private sealed class RawSqlException : Exception;
}
